/** Tests. */
@NullMarked
package io.mnemolite.deployment.journal;

import org.jspecify.annotations.NullMarked;
