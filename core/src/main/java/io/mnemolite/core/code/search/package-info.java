/** Finding code: the port of the index, its channels, and their fusion. */
@NullMarked
package io.mnemolite.core.code.search;

import org.jspecify.annotations.NullMarked;
