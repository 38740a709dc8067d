/** How well and how fast code is indexed, found and walked through. */
@NullMarked
package io.mnemolite.benchmarks.code;

import org.jspecify.annotations.NullMarked;
