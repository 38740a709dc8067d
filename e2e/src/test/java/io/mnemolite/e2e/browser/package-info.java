/** Journeys through the web interface in a real browser. */
@NullMarked
package io.mnemolite.e2e.browser;

import org.jspecify.annotations.NullMarked;
