/** The promises of the event store, in groups. */
@NullMarked
package io.mnemolite.contract.event;

import org.jspecify.annotations.NullMarked;
