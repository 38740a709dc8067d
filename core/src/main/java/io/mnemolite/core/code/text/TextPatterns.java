package io.mnemolite.core.code.text;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;

/** Makes patterns of what a caller writes. */
public interface TextPatterns {

    /** Matches exactly this text. */
    TextPattern literal(String text, boolean isCaseSensitive);

    /**
     * Matches a regular expression in RE2's syntax, in which {@code ^} and {@code $} are the ends of a line.
     *
     * @throws MnemoliteException with {@link ErrorCode#INVALID_VALUE} when it is none, or one that is too large
     */
    TextPattern regex(String expression, boolean isCaseSensitive);
}
