/** What becomes of one source file by itself: its chunks and its facts, and the port that makes them. */
@NullMarked
package io.mnemolite.core.code.parsing;

import org.jspecify.annotations.NullMarked;
