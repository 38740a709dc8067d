/** Events in PostgreSQL, one class per SQL statement. */
@NullMarked
package io.mnemolite.postgres.event;

import org.jspecify.annotations.NullMarked;
