/** Tests. */
@NullMarked
package io.mnemolite.deployment.observation;

import org.jspecify.annotations.NullMarked;
