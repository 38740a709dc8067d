/** What every request passes first: identity, accounting, host and origin checks, authentication, limits, admission. */
@NullMarked
package io.mnemolite.server.front;

import org.jspecify.annotations.NullMarked;
