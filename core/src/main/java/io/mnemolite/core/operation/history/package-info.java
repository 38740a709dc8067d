/** What a server's figures were during the last day, kept in its memory: samples, and what became of figures between them. */
@NullMarked
package io.mnemolite.core.operation.history;

import org.jspecify.annotations.NullMarked;
