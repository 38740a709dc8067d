/** Finding events by meaning, words, metadata and time. */
@NullMarked
package io.mnemolite.core.search;

import org.jspecify.annotations.NullMarked;
