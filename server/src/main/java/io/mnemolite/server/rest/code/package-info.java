/** The routes of code: {@code /v1/code/index} and {@code /v1/code/search}. */
@NullMarked
package io.mnemolite.server.rest.code;

import org.jspecify.annotations.NullMarked;
