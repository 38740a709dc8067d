/** Which files of a directory are source code to index, and why the others are not. */
@NullMarked
package io.mnemolite.discovery;

import org.jspecify.annotations.NullMarked;
