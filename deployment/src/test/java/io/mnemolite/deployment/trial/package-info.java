/** Tests. */
@NullMarked
package io.mnemolite.deployment.trial;

import org.jspecify.annotations.NullMarked;
