/** The directory of a deployment: its layout, its settings, files that are whole. */
@NullMarked
package io.mnemolite.deployment.root;

import org.jspecify.annotations.NullMarked;
