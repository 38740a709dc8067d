/** What changed in the store of record, and what is derived from it by following its changes. */
@NullMarked
package io.mnemolite.core.change;

import org.jspecify.annotations.NullMarked;
