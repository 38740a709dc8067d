/** The terms of a text, counted before Lucene sees them: code repeats itself, and each distinct term costs Lucene once. */
@NullMarked
package io.mnemolite.lucene.code.terms;

import org.jspecify.annotations.NullMarked;
