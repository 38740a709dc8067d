/** The graph of code in PostgreSQL, one class per statement. */
@NullMarked
package io.mnemolite.postgres.code.graph;

import org.jspecify.annotations.NullMarked;
