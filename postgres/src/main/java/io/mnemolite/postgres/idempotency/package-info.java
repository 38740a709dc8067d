/** Creations that happen once per idempotency key. */
@NullMarked
package io.mnemolite.postgres.idempotency;

import org.jspecify.annotations.NullMarked;
