@NullMarked
package io.mnemolite.discovery;

import org.jspecify.annotations.NullMarked;
