/** Reading requests: JSON bodies, query parameters, timestamps, and what is wrong with them, in the envelope v1 clients know. */
@NullMarked
package io.mnemolite.server.request;

import org.jspecify.annotations.NullMarked;
