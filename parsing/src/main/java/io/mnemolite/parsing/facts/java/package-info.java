/** The facts of Java files. */
@NullMarked
package io.mnemolite.parsing.facts.java;

import org.jspecify.annotations.NullMarked;
