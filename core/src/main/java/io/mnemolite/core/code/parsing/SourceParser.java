package io.mnemolite.core.code.parsing;

import io.mnemolite.core.code.SourceFile;
import io.mnemolite.core.error.MnemoliteException;

/**
 * Makes chunks of source files. Pure: the same file gives the same answer.
 *
 * <ul>
 *   <li>May be called from many threads at once, and blocks for as long as parsing takes.
 *   <li>Time and memory are bounded for any text; what is broken gives what can be recovered of it.
 *   <li>Every line of a file is in some chunk.
 * </ul>
 */
public interface SourceParser {

    /**
     * @throws MnemoliteException with {@link io.mnemolite.core.error.ErrorCode#INVALID_VALUE} and a sentence that names the file
     *     when it is of no known language, or no text
     */
    ParsedFile parse(SourceFile file);

    /** Changes whenever the answer for some file may differ from before, so that files are parsed anew. */
    String version();
}
