/** How a person's browser gets in when the server has an API key. */
@NullMarked
package io.mnemolite.server.web.access;

import org.jspecify.annotations.NullMarked;
