/** Text to vector: the vector itself, the space it lives in and the port that makes it. */
@NullMarked
package io.mnemolite.core.embedding;

import org.jspecify.annotations.NullMarked;
