/** Text to vector through an endpoint that speaks OpenAI's {@code /v1/embeddings}. */
@NullMarked
package io.mnemolite.embedding.http;

import org.jspecify.annotations.NullMarked;
