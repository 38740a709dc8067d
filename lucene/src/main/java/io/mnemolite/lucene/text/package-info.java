/** From text to terms and from words to queries: pure functions, the same for every index. */
@NullMarked
package io.mnemolite.lucene.text;

import org.jspecify.annotations.NullMarked;
