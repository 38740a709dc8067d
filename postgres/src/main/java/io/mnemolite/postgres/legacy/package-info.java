/** Reading what v1 left in a database of its own. */
@NullMarked
package io.mnemolite.postgres.legacy;

import org.jspecify.annotations.NullMarked;
