package io.mnemolite.core.code.facts;

/**
 * A name that a file takes from elsewhere.
 *
 * @param target the module, package or type as written, leading dots of a relative one included
 * @param name what is taken of the target; empty when it is the target itself or all of it
 * @param alias the name in this file; empty when none is bound
 * @param scope the index of the scope that it is known in
 */
public record Import(Kind kind, String target, String name, String alias, int scope, int line) {

    /** The name of what {@code require} yields, where that is one function or class. */
    public static final String WHOLE = "module.exports";

    /** What is taken, and how. */
    public enum Kind {
        /** A type by its qualified name, a module as a whole. */
        SINGLE,
        /** Everything of a package or module. */
        ON_DEMAND,
        /** A static member by its name. */
        STATIC,
        /** All static members of a type. */
        STATIC_ON_DEMAND,
        /** One name of a module. */
        NAMED,
        /** What a module exports by default. */
        DEFAULT,
        /** One name of another module, offered as if it were this one's. */
        RE_EXPORT,
        /** Everything of another module, offered as if it were this one's. */
        RE_EXPORT_ALL
    }
}
