/** Tests of what an operator sees. */
@NullMarked
package io.mnemolite.core.operation;

import org.jspecify.annotations.NullMarked;
