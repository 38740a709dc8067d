/** Where the time of a request goes. */
@NullMarked
package io.mnemolite.core.timing;

import org.jspecify.annotations.NullMarked;
