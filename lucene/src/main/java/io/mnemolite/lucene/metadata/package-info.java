/** JSON containment as a superset filter on hashed terms. */
@NullMarked
package io.mnemolite.lucene.metadata;

import org.jspecify.annotations.NullMarked;
