/** The promises of the change log, in groups. */
@NullMarked
package io.mnemolite.contract.indexing;

import org.jspecify.annotations.NullMarked;
