/** Tests. */
@NullMarked
package io.mnemolite.deployment.root;

import org.jspecify.annotations.NullMarked;
