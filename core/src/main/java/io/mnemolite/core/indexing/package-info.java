/** Keeping the search index equal to the store: the change log, its applier, its tailer, the rebuild. */
@NullMarked
package io.mnemolite.core.indexing;

import org.jspecify.annotations.NullMarked;
