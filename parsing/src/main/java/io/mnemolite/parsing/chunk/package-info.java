/** How a file is cut into chunks: by its definitions where there is a tree, by size where there is none. */
@NullMarked
package io.mnemolite.parsing.chunk;

import org.jspecify.annotations.NullMarked;
