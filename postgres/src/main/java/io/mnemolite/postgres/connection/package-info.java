/** How statements reach PostgreSQL: pooled connections, deadlines, failures in our words, figures per statement. */
@NullMarked
package io.mnemolite.postgres.connection;

import org.jspecify.annotations.NullMarked;
