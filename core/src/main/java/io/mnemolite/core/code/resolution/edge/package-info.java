/** What a resolution finds: edges, and call sites that stay unresolved. */
@NullMarked
package io.mnemolite.core.code.resolution.edge;

import org.jspecify.annotations.NullMarked;
