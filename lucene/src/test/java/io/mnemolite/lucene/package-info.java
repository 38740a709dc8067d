@NullMarked
package io.mnemolite.lucene;

import org.jspecify.annotations.NullMarked;
