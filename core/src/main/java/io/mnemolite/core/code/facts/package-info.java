/** What one source file says about itself, with no knowledge of any other file, and its compact form in bytes. */
@NullMarked
package io.mnemolite.core.code.facts;

import org.jspecify.annotations.NullMarked;
