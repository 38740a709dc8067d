/** Commands about the data and the releases of a store as a whole; they need no running server. */
@NullMarked
package io.mnemolite.cli.deployment;

import org.jspecify.annotations.NullMarked;
