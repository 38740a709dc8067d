/** Source code in PostgreSQL: the store, and the statements that change something. */
@NullMarked
package io.mnemolite.postgres.code;

import org.jspecify.annotations.NullMarked;
