/** Tests of the history of a server's figures. */
@NullMarked
package io.mnemolite.core.operation.history;

import org.jspecify.annotations.NullMarked;
