/** The facts of a file while they are collected, the same for all languages. */
@NullMarked
package io.mnemolite.parsing.facts.draft;

import org.jspecify.annotations.NullMarked;
