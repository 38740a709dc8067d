/** The picture of the graph of code: what is around a symbol, what a change of it reaches, how one reaches another. */
@NullMarked
package io.mnemolite.server.web.code.graph;

import org.jspecify.annotations.NullMarked;
