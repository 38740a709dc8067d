/** The server: its entry point. Everything else lives in the packages below. */
@NullMarked
package io.mnemolite.server;

import org.jspecify.annotations.NullMarked;
