@NullMarked
package io.mnemolite.core.indexing;

import org.jspecify.annotations.NullMarked;
