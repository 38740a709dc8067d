/** MCP on standard input and output, forwarded to a server's MCP endpoint over Streamable HTTP. */
@NullMarked
package io.mnemolite.cli.mcp;

import org.jspecify.annotations.NullMarked;
