/** The promises of the event index, in groups. */
@NullMarked
package io.mnemolite.contract.search;

import org.jspecify.annotations.NullMarked;
