package io.mnemolite.load.result;

/**
 * Whether a run kept a promise; one that did not makes the run fail.
 *
 * @param sentence the promise and the figure
 */
public record Verdict(boolean kept, String sentence) {}
