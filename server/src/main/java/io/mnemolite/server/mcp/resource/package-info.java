/** What clients can attach by its address, and the prompt that tells what a memory holds. */
@NullMarked
package io.mnemolite.server.mcp.resource;

import org.jspecify.annotations.NullMarked;
