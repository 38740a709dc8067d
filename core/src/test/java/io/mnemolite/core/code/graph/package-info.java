@NullMarked
package io.mnemolite.core.code.graph;

import org.jspecify.annotations.NullMarked;
