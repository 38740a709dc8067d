/** Source code as it is remembered: repositories, files, chunks, what is said of them, and the ports that make and keep them. */
@NullMarked
package io.mnemolite.core.code;

import org.jspecify.annotations.NullMarked;
