/** Source code as people read it: lines with numbers, and words in the colours of what they are. */
@NullMarked
package io.mnemolite.server.web.code.source;

import org.jspecify.annotations.NullMarked;
