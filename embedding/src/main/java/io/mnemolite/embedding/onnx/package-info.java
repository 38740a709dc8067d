/** Text to vector in this process: an ONNX model and its tokenizer, from local files only. */
@NullMarked
package io.mnemolite.embedding.onnx;

import org.jspecify.annotations.NullMarked;
