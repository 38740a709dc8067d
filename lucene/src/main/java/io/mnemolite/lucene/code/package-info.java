/** The search index of code on local disk: words, trigrams, nearest neighbours, and which files may hold a text. */
@NullMarked
package io.mnemolite.lucene.code;

import org.jspecify.annotations.NullMarked;
