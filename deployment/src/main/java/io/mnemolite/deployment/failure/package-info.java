/** How a deployment fails. */
@NullMarked
package io.mnemolite.deployment.failure;

import org.jspecify.annotations.NullMarked;
