/** When it is asked: phases of arrival rates, handed to Gatling. */
@NullMarked
package io.mnemolite.load.injection;

import org.jspecify.annotations.NullMarked;
