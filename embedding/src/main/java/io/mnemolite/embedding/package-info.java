/** Text to vector without a model, and what every embedder does to a text before it leaves our hands. */
@NullMarked
package io.mnemolite.embedding;

import org.jspecify.annotations.NullMarked;
