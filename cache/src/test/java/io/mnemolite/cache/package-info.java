@NullMarked
package io.mnemolite.cache;

import org.jspecify.annotations.NullMarked;
