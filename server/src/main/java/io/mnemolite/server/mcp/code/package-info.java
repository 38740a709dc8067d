/** The tools that index, search and explore code. */
@NullMarked
package io.mnemolite.server.mcp.code;

import org.jspecify.annotations.NullMarked;
