/** Patterns that are looked for in the text of files which the index proposes, in linear time. */
@NullMarked
package io.mnemolite.lucene.pattern;

import org.jspecify.annotations.NullMarked;
