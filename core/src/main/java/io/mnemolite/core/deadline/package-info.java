/** How long a request may still take, and parts of it that go on beside the rest within that time. */
@NullMarked
package io.mnemolite.core.deadline;

import org.jspecify.annotations.NullMarked;
