/** The search index of events on local disk: BM25 and nearest neighbours by Lucene. */
@NullMarked
package io.mnemolite.lucene;

import org.jspecify.annotations.NullMarked;
