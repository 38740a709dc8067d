/** Which threads go first when there are more than processors. */
@NullMarked
package io.mnemolite.core.priority;

import org.jspecify.annotations.NullMarked;
