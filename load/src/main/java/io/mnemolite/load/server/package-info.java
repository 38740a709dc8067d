/** The server that is driven, and the machine it shares. */
@NullMarked
package io.mnemolite.load.server;

import org.jspecify.annotations.NullMarked;
