package io.mnemolite.embedding.onnx;

import java.nio.LongBuffer;

/** A text as its model reads it: three rows of one length, at least 1. */
record Tokens(LongBuffer ids, LongBuffer attentionMask, LongBuffer typeIds) {}
