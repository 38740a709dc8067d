/** Commands that ask about indexed code. */
@NullMarked
package io.mnemolite.cli.code;

import org.jspecify.annotations.NullMarked;
