/** Archives of releases and their unpacked folders. */
@NullMarked
package io.mnemolite.deployment.release;

import org.jspecify.annotations.NullMarked;
