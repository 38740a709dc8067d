/** Source text to syntax tree: tree-sitter behind one class, and the snapshot that everything else reads. */
@NullMarked
package io.mnemolite.parsing.tree;

import org.jspecify.annotations.NullMarked;
