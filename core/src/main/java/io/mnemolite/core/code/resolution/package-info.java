/** From call sites to what they call: a pure function of the facts of a repository. */
@NullMarked
package io.mnemolite.core.code.resolution;

import org.jspecify.annotations.NullMarked;
