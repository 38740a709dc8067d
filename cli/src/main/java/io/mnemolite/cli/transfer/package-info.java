/** Long streams of lines: batches in, whole files out. */
@NullMarked
package io.mnemolite.cli.transfer;

import org.jspecify.annotations.NullMarked;
