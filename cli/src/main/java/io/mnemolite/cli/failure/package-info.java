/** How a command ends. */
@NullMarked
package io.mnemolite.cli.failure;

import org.jspecify.annotations.NullMarked;
