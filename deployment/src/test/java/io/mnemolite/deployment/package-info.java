/** Deployments in memory and on this machine. */
@NullMarked
package io.mnemolite.deployment;

import org.jspecify.annotations.NullMarked;
