/** The tools that remember, recall, read and forget. */
@NullMarked
package io.mnemolite.server.mcp.memory;

import org.jspecify.annotations.NullMarked;
