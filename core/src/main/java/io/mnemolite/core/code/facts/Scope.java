package io.mnemolite.core.code.facts;

import java.util.List;

/**
 * A stretch of code in which names are bound.
 *
 * @param parent the index of the scope around it; -1 for the file's
 * @param definition the index of the definition whose scope it is; of a block or lambda, that of the nearest one around
 */
public record Scope(Kind kind, int parent, int definition, List<Binding> bindings) {

    /** What a scope belongs to. */
    public enum Kind {
        FILE,
        /** The body of a type; its bindings are the fields. */
        TYPE,
        /** A function, method or constructor with its parameters. */
        FUNCTION,
        LAMBDA,
        BLOCK
    }

    public Scope {
        bindings = List.copyOf(bindings);
    }
}
