@NullMarked
package io.mnemolite.postgres.event;

import org.jspecify.annotations.NullMarked;
