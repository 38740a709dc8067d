/** Patterns over syntax trees, written like tree-sitter's queries and matched against the snapshot. */
@NullMarked
package io.mnemolite.parsing.query;

import org.jspecify.annotations.NullMarked;
