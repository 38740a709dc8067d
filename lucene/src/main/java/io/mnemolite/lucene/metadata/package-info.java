/** JSON containment as a filter on hashed terms, exact or a superset. */
@NullMarked
package io.mnemolite.lucene.metadata;

import org.jspecify.annotations.NullMarked;
