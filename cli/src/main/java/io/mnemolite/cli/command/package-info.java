/** The commands, one class each, and what they print. */
@NullMarked
package io.mnemolite.cli.command;

import org.jspecify.annotations.NullMarked;
