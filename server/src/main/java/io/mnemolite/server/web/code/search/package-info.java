/** The search of code: by meaning and words, by a piece of text, by a regular expression. */
@NullMarked
package io.mnemolite.server.web.code.search;

import org.jspecify.annotations.NullMarked;
