/** Secrets in texts that are to be remembered: found by the patterns of one file, replaced or refused. */
@NullMarked
package io.mnemolite.core.secret;

import org.jspecify.annotations.NullMarked;
