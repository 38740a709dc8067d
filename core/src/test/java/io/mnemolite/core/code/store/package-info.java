@NullMarked
package io.mnemolite.core.code.store;

import org.jspecify.annotations.NullMarked;
