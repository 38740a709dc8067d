/** Events, the atomic memories: their records, their store of record and what a caller can do with them. */
@NullMarked
package io.mnemolite.core.event;

import org.jspecify.annotations.NullMarked;
