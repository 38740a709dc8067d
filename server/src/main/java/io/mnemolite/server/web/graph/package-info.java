/** The page of the memory graph: the picture, the panel of a node, and what is suggested while a person types. */
@NullMarked
package io.mnemolite.server.web.graph;

import org.jspecify.annotations.NullMarked;
