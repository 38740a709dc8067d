/** Bringing source files into the store and, through it, into the index and the vectors. */
@NullMarked
package io.mnemolite.core.code.indexing;

import org.jspecify.annotations.NullMarked;
