@NullMarked
package io.mnemolite.postgres.code;

import org.jspecify.annotations.NullMarked;
