/** Source files to chunks, metadata and facts, by way of tree-sitter. */
@NullMarked
package io.mnemolite.parsing;

import org.jspecify.annotations.NullMarked;
