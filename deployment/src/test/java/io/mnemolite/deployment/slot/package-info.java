/** Tests. */
@NullMarked
package io.mnemolite.deployment.slot;

import org.jspecify.annotations.NullMarked;
