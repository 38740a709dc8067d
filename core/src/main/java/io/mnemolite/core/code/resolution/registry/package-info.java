/** What the files of a repository offer each other, by name, and which of it a resolution asked for. */
@NullMarked
package io.mnemolite.core.code.resolution.registry;

import org.jspecify.annotations.NullMarked;
