@NullMarked
package io.mnemolite.postgres.operation;

import org.jspecify.annotations.NullMarked;
