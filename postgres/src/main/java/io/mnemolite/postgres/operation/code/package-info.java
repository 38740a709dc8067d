/** Counts over the stored code. */
@NullMarked
package io.mnemolite.postgres.operation.code;

import org.jspecify.annotations.NullMarked;
