/** What an operator sees of a running server: the store, its pool, the caches. */
@NullMarked
package io.mnemolite.core.operation;

import org.jspecify.annotations.NullMarked;
