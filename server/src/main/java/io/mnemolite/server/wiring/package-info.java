/** The composition root: the only place that knows adapters. */
@NullMarked
package io.mnemolite.server.wiring;

import org.jspecify.annotations.NullMarked;
