package io.mnemolite.core.code.facts;

import org.jspecify.annotations.Nullable;

/**
 * A name that a scope gives to a value.
 *
 * @param type as declared; null when it is not
 * @param value what it is first given, or taken from; null when unknown
 * @param position the offset in the file from which on the name is known; 0 for parameters and fields
 */
public record Binding(
        Kind kind,
        String name,
        @Nullable TypeRef type,
        @Nullable Expression value,
        boolean isStatic,
        int position) {

    /** How the name came to be. */
    public enum Kind {
        PARAMETER,
        LOCAL,
        FIELD,
        LOOP,
        CATCH,
        PATTERN,
        LAMBDA_PARAMETER,
        /** Nothing any more: what bound the name before has ended. */
        ENDED
    }
}
