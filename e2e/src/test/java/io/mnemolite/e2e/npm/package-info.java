/** Programs of npm that check what this project makes. */
@NullMarked
package io.mnemolite.e2e.npm;

import org.jspecify.annotations.NullMarked;
