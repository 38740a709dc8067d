/** Stored text as people may safely see it: cut, marked, with its invisible characters made visible. */
@NullMarked
package io.mnemolite.server.web.text;

import org.jspecify.annotations.NullMarked;
