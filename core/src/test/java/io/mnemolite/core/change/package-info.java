@NullMarked
package io.mnemolite.core.change;

import org.jspecify.annotations.NullMarked;
