/** The store of record on PostgreSQL: where it is, how it is set, and the ports it offers. */
@NullMarked
package io.mnemolite.postgres;

import org.jspecify.annotations.NullMarked;
