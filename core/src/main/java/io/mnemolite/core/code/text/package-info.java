/** Finding a piece of text, or what a regular expression matches, in the stored source. */
@NullMarked
package io.mnemolite.core.code.text;

import org.jspecify.annotations.NullMarked;
