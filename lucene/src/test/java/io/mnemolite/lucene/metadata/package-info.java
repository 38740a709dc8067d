@NullMarked
package io.mnemolite.lucene.metadata;

import org.jspecify.annotations.NullMarked;
