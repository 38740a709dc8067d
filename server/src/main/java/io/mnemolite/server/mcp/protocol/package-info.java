/** The wire: sessions by the framework's extension, the stateless revision beside them, one dispatcher for both. */
@NullMarked
package io.mnemolite.server.mcp.protocol;

import org.jspecify.annotations.NullMarked;
