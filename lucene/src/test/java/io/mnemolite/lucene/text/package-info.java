@NullMarked
package io.mnemolite.lucene.text;

import org.jspecify.annotations.NullMarked;
