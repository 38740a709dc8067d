@NullMarked
package io.mnemolite.core.code;

import org.jspecify.annotations.NullMarked;
