/** The promises of storing and indexing source code, by group. */
@NullMarked
package io.mnemolite.contract.code;

import org.jspecify.annotations.NullMarked;
