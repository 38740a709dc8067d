/** Drives a server with mixed traffic at open arrival rates: the commands, from arguments to exit code. */
@NullMarked
package io.mnemolite.load;

import org.jspecify.annotations.NullMarked;
