package io.mnemolite.core.code.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place that calls, or names something to be called.
 *
 * @param name the callee's simple name; {@code <init>} of an instance creation in Java
 * @param receiver what stands before the name; null of a bare call
 * @param type the type that is created; null unless the form is {@link Form#NEW}
 * @param arity the number of arguments; -1 when unknown, as with spread arguments and references
 * @param arguments in order
 * @param labels what is written before each argument in parentheses, {@value #NO_LABEL} where nothing is, in languages that
 *     tell functions apart by it; empty in others
 * @param scope the index of the scope in which it stands
 * @param caller the index of the definition in which it stands
 * @param line of the name, 1-based
 * @param column of the name, 1-based, in UTF-16 units
 * @param position of the name, as an offset in the file
 */
public record CallSite(
        Form form,
        String name,
        @Nullable Expression receiver,
        @Nullable TypeRef type,
        int arity,
        List<Expression> arguments,
        List<String> labels,
        int scope,
        int caller,
        int line,
        int column,
        int position) {

    /** How the callee is named. */
    public enum Form {
        CALL,
        NEW,
        /** A call of a constructor of the supertype. */
        SUPER,
        /** A call of another constructor of the same type. */
        THIS,
        METHOD_REFERENCE,
        DECORATOR,
        /** A callable passed as an argument. */
        ARGUMENT;

        /** Whether it names the callee without calling it. */
        public boolean isReference() {
            return this == METHOD_REFERENCE || this == ARGUMENT;
        }
    }

    /** Of an argument or parameter without a label. */
    public static final String NO_LABEL = "_";

    public CallSite {
        arguments = List.copyOf(arguments);
        labels = List.copyOf(labels);
    }

    /** Of a language whose arguments have no labels. */
    public CallSite(
            Form form,
            String name,
            @Nullable Expression receiver,
            @Nullable TypeRef type,
            int arity,
            List<Expression> arguments,
            int scope,
            int caller,
            int line,
            int column,
            int position) {
        this(form, name, receiver, type, arity, arguments, List.of(), scope, caller, line, column, position);
    }
}
