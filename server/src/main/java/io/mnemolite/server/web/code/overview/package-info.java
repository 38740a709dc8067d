/** The dashboard of code: how much there is, in which languages, and where it is involved. */
@NullMarked
package io.mnemolite.server.web.code.overview;

import org.jspecify.annotations.NullMarked;
