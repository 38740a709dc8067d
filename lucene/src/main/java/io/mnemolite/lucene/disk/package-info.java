/** A Lucene index in a folder: opening whatever is left there, writing, commits with a position, fresh readers. */
@NullMarked
package io.mnemolite.lucene.disk;

import org.jspecify.annotations.NullMarked;
