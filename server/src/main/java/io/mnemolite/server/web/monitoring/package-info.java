/** The operator's page: how the server is, and why. */
@NullMarked
package io.mnemolite.server.web.monitoring;

import org.jspecify.annotations.NullMarked;
