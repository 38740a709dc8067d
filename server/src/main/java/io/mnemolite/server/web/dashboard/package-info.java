/** The first page: how much is stored, when it came, and what came last. */
@NullMarked
package io.mnemolite.server.web.dashboard;

import org.jspecify.annotations.NullMarked;
