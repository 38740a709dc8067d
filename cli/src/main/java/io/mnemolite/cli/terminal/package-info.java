/** What a command reads and prints: streams, colours, columns, progress, quantities. */
@NullMarked
package io.mnemolite.cli.terminal;

import org.jspecify.annotations.NullMarked;
