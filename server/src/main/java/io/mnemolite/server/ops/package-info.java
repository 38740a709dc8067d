/** The operator's view: health, metrics, monitoring, performance. */
@NullMarked
package io.mnemolite.server.ops;

import org.jspecify.annotations.NullMarked;
