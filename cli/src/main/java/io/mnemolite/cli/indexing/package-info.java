/** From a directory to the requests that make the server know it. */
@NullMarked
package io.mnemolite.cli.indexing;

import org.jspecify.annotations.NullMarked;
