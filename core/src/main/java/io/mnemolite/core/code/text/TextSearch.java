package io.mnemolite.core.code.text;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;

/** Searches the stored text of source files. Blocking, in bounded time. */
public interface TextSearch {

    /**
     * The files that hold a match, each with its lines.
     *
     * @throws MnemoliteException with {@link ErrorCode#INVALID_VALUE} when the pattern is no regular expression, with
     *     {@link ErrorCode#UNAVAILABLE} while the index is rebuilt
     */
    TextAnswer search(TextQuery query);
}
