/** How much room a text takes in a language model. */
@NullMarked
package io.mnemolite.core.token;

import org.jspecify.annotations.NullMarked;
