/** Tests. */
@NullMarked
package io.mnemolite.deployment.plan;

import org.jspecify.annotations.NullMarked;
