/** The memory graph in PostgreSQL, one class per statement. */
@NullMarked
package io.mnemolite.postgres.graph;

import org.jspecify.annotations.NullMarked;
