/** What a file defines, calls and imports, as its language's query finds it in its tree. */
@NullMarked
package io.mnemolite.parsing.outline;

import org.jspecify.annotations.NullMarked;
