package io.mnemolite.core.code;

/**
 * How involved a piece of code is.
 *
 * @param cyclomatic 1 + the number of decisions (McCabe 1976): branches, loops, catches, conditional operators
 * @param linesOfCode lines that hold more than white space and comments
 */
public record Complexity(int cyclomatic, int linesOfCode) {}
