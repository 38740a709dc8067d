/** Text on its way to a language model: what it costs, and how stored text is told apart from instructions. */
@NullMarked
package io.mnemolite.server.mcp.text;

import org.jspecify.annotations.NullMarked;
