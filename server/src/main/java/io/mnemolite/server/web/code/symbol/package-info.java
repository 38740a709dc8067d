/** The page of a symbol: its source, who calls it, whom it calls, and what could not be resolved. */
@NullMarked
package io.mnemolite.server.web.code.symbol;

import org.jspecify.annotations.NullMarked;
