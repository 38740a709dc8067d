@NullMarked
package io.mnemolite.postgres.change;

import org.jspecify.annotations.NullMarked;
