/** Tests. */
@NullMarked
package io.mnemolite.deployment.backup;

import org.jspecify.annotations.NullMarked;
