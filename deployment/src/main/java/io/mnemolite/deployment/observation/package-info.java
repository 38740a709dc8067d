/** Whether a release serves as well as the one before it. */
@NullMarked
package io.mnemolite.deployment.observation;

import org.jspecify.annotations.NullMarked;
