/** What an operator sees of PostgreSQL, and counts over the stored events. */
@NullMarked
package io.mnemolite.postgres.operation;

import org.jspecify.annotations.NullMarked;
