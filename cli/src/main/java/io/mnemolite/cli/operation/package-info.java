/** How a running server does, and whether it does what it should. */
@NullMarked
package io.mnemolite.cli.operation;

import org.jspecify.annotations.NullMarked;
