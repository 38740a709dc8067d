/** The whole store as one file: written, proven, restored, kept by number and age. */
@NullMarked
package io.mnemolite.postgres.backup;

import org.jspecify.annotations.NullMarked;
