/** What the operator's page shows of the store and of what is derived from it. */
@NullMarked
package io.mnemolite.server.web.monitoring.section;

import org.jspecify.annotations.NullMarked;
