/** Changing the release that serves, on one host, without a failed request. */
@NullMarked
package io.mnemolite.deployment;

import org.jspecify.annotations.NullMarked;
