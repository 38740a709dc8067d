/** Syntax trees to facts: what a file defines, imports, binds and calls. */
@NullMarked
package io.mnemolite.parsing.facts;

import org.jspecify.annotations.NullMarked;
