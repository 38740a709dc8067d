/** What searches of every index share. */
@NullMarked
package io.mnemolite.lucene.query;

import org.jspecify.annotations.NullMarked;
