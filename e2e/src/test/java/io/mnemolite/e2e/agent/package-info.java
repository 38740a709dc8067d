/** The endpoint for agents as they meet it: over HTTP and stdio, with the clients and suites that others made. */
@NullMarked
package io.mnemolite.e2e.agent;

import org.jspecify.annotations.NullMarked;
