/** What can go wrong, as one exception type with a code that each protocol maps once. */
@NullMarked
package io.mnemolite.core.error;

import org.jspecify.annotations.NullMarked;
