@NullMarked
package io.mnemolite.core.code.search;

import org.jspecify.annotations.NullMarked;
