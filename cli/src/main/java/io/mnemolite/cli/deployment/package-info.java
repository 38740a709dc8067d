/** Commands for operators: which release serves. */
@NullMarked
package io.mnemolite.cli.deployment;

import org.jspecify.annotations.NullMarked;
