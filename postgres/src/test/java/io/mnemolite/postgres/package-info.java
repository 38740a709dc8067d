@NullMarked
package io.mnemolite.postgres;

import org.jspecify.annotations.NullMarked;
