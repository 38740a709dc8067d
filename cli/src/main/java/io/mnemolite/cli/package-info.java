/** The command line: finds a running server, speaks its HTTP API, and prints for people or for programs. */
@NullMarked
package io.mnemolite.cli;

import org.jspecify.annotations.NullMarked;
