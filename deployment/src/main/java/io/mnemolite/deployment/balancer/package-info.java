/** HAProxy, spoken to over its runtime socket. */
@NullMarked
package io.mnemolite.deployment.balancer;

import org.jspecify.annotations.NullMarked;
