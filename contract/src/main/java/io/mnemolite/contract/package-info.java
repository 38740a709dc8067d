/** The promises of the ports as abstract tests: extend one, build the subject, and every promise is checked. */
@NullMarked
package io.mnemolite.contract;

import org.jspecify.annotations.NullMarked;
