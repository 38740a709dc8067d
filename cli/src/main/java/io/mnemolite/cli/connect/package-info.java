/** How MCP clients are told about MnemoLite: their configuration files and hooks. */
@NullMarked
package io.mnemolite.cli.connect;

import org.jspecify.annotations.NullMarked;
