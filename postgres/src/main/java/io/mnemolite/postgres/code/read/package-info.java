/** The statements that read source code, and the rows they read. */
@NullMarked
package io.mnemolite.postgres.code.read;

import org.jspecify.annotations.NullMarked;
