/** The memory graph: nodes that stand for what is remembered, edges that relate them, and their store of record. */
@NullMarked
package io.mnemolite.core.graph;

import org.jspecify.annotations.NullMarked;
