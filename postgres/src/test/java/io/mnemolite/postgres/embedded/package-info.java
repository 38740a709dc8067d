/** A real PostgreSQL for tests, of every supported major version. */
@NullMarked
package io.mnemolite.postgres.embedded;

import org.jspecify.annotations.NullMarked;
