@NullMarked
package io.mnemolite.lucene.code.terms;

import org.jspecify.annotations.NullMarked;
