@NullMarked
package io.mnemolite.lucene.disk;

import org.jspecify.annotations.NullMarked;
