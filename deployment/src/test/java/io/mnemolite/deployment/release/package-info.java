/** Tests. */
@NullMarked
package io.mnemolite.deployment.release;

import org.jspecify.annotations.NullMarked;
