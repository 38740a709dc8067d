/** How options are declared, found in their sources, parsed, masked and corrected; knows no option by name. */
@NullMarked
package io.mnemolite.server.config.option;

import org.jspecify.annotations.NullMarked;
