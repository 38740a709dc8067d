/** Tests. */
@NullMarked
package io.mnemolite.deployment.balancer;

import org.jspecify.annotations.NullMarked;
