@NullMarked
package io.mnemolite.core.code.text;

import org.jspecify.annotations.NullMarked;
