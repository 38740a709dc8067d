/** The server as the command line sees it: routes, requests, refusals. */
@NullMarked
package io.mnemolite.cli.api;

import org.jspecify.annotations.NullMarked;
