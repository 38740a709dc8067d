/** How long a request may still take. */
@NullMarked
package io.mnemolite.core.deadline;

import org.jspecify.annotations.NullMarked;
