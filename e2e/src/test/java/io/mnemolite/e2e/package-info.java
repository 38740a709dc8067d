/** Black-box tests of the packaged product over real sockets, on a real embedded PostgreSQL. */
@NullMarked
package io.mnemolite.e2e;

import org.jspecify.annotations.NullMarked;
