package io.mnemolite.core.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of every expected failure. Its message is API: a full sentence that names the value and says what to do,
 * free of SQL, stack traces and driver text.
 */
public class MnemoliteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public MnemoliteException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public MnemoliteException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public final ErrorCode code() {
        return code;
    }

    /** The message as it may be shown to a caller. */
    public final String sentence() {
        String message = getMessage();
        return message == null ? code.name() : message;
    }
}
