/** The configuration of a server: read once at the start, checked as a whole, immutable from then on. */
@NullMarked
package io.mnemolite.server.config;

import org.jspecify.annotations.NullMarked;
