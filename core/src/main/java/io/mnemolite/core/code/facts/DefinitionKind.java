package io.mnemolite.core.code.facts;

import java.util.Locale;

/** What a symbol is. */
public enum DefinitionKind {
    /** The code of a file that belongs to no definition; the caller of module-level code. */
    MODULE,
    CLASS,
    INTERFACE,
    ENUM,
    RECORD,
    ANNOTATION,
    /** A function that belongs to no type. */
    FUNCTION,
    METHOD,
    CONSTRUCTOR;

    /** The name on the wire, such as {@code class}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it has members and may have supertypes. */
    public boolean isType() {
        return this == CLASS || this == INTERFACE || this == ENUM || this == RECORD || this == ANNOTATION;
    }

    /** Whether it can be called. */
    public boolean isCallable() {
        return this == FUNCTION || this == METHOD || this == CONSTRUCTOR;
    }
}
