@NullMarked
package io.mnemolite.postgres.code.graph;

import org.jspecify.annotations.NullMarked;
