/** Source files as they are stored: the records, the port of the store, and one on the heap. */
@NullMarked
package io.mnemolite.core.code.store;

import org.jspecify.annotations.NullMarked;
