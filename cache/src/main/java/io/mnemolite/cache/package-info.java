/** Caches that never show a state from before an acknowledged write, as decorators of the ports. */
@NullMarked
package io.mnemolite.cache;

import org.jspecify.annotations.NullMarked;
