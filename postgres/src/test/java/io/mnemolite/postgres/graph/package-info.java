@NullMarked
package io.mnemolite.postgres.graph;

import org.jspecify.annotations.NullMarked;
