/** Which languages there are, and which one a file is written in. */
@NullMarked
package io.mnemolite.parsing.language;

import org.jspecify.annotations.NullMarked;
