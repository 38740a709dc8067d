/** The graph of code: symbols, the edges between them, how they are made from facts, and what can be asked of them. */
@NullMarked
package io.mnemolite.core.code.graph;

import org.jspecify.annotations.NullMarked;
