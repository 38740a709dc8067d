/** What the operator's page shows of this process: requests, caches, memory. */
@NullMarked
package io.mnemolite.server.web.monitoring.process;

import org.jspecify.annotations.NullMarked;
