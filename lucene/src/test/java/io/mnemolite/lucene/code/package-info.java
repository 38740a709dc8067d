@NullMarked
package io.mnemolite.lucene.code;

import org.jspecify.annotations.NullMarked;
