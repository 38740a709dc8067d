/** The two places a server runs in: its folder, its index, its process, its answers. */
@NullMarked
package io.mnemolite.deployment.slot;

import org.jspecify.annotations.NullMarked;
