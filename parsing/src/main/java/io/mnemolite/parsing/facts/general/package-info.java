/** The facts of files of any language but Java, from what its query finds, and from a few kinds of node that languages share. */
@NullMarked
package io.mnemolite.parsing.facts.general;

import org.jspecify.annotations.NullMarked;
