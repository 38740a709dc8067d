@NullMarked
package io.mnemolite.lucene.pattern;

import org.jspecify.annotations.NullMarked;
