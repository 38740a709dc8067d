/** Scripts, styles and pictures of the web interface, each under a name that says what is in it. */
@NullMarked
package io.mnemolite.server.web.asset;

import org.jspecify.annotations.NullMarked;
