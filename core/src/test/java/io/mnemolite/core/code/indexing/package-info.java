@NullMarked
package io.mnemolite.core.code.indexing;

import org.jspecify.annotations.NullMarked;
