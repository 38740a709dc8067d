/** Tests of how secrets are found and replaced. */
@NullMarked
package io.mnemolite.core.secret;

import org.jspecify.annotations.NullMarked;
