@NullMarked
package io.mnemolite.postgres.connection;

import org.jspecify.annotations.NullMarked;
