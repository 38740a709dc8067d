/** Copies of the database, and the migration of its schema. */
@NullMarked
package io.mnemolite.deployment.backup;

import org.jspecify.annotations.NullMarked;
