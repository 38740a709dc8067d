/** A PostgreSQL of our own: unpacked, initialised, started as a child, watched and stopped. */
@NullMarked
package io.mnemolite.postgres.embedded;

import org.jspecify.annotations.NullMarked;
