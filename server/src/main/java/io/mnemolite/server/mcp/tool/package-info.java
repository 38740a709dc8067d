/** What a tool is, whatever it does: its schemas, its arguments, its answer and the room that has. */
@NullMarked
package io.mnemolite.server.mcp.tool;

import org.jspecify.annotations.NullMarked;
