@NullMarked
package io.mnemolite.postgres.backup;

import org.jspecify.annotations.NullMarked;
