/** What agents speak: the Model Context Protocol, over the same ports as REST and the web interface. */
@NullMarked
package io.mnemolite.server.mcp;

import org.jspecify.annotations.NullMarked;
