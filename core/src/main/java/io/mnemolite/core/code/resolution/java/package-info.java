/** Java's rules: how names, types, members and overloads are found. */
@NullMarked
package io.mnemolite.core.code.resolution.java;

import org.jspecify.annotations.NullMarked;
