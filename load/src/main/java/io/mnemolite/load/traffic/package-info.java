/** What is asked: the mix of requests, the keys they name, and the store they find. */
@NullMarked
package io.mnemolite.load.traffic;

import org.jspecify.annotations.NullMarked;
