/** Releases on copies of the data, where nothing serves anybody. */
@NullMarked
package io.mnemolite.deployment.trial;

import org.jspecify.annotations.NullMarked;
