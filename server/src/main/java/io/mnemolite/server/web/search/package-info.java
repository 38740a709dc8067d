/** The search page: one field, the ways to search, and why each result is one. */
@NullMarked
package io.mnemolite.server.web.search;

import org.jspecify.annotations.NullMarked;
