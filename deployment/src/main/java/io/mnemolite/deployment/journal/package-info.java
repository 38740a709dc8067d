/** The journal on disk. */
@NullMarked
package io.mnemolite.deployment.journal;

import org.jspecify.annotations.NullMarked;
