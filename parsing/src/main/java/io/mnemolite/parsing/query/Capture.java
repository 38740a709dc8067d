package io.mnemolite.parsing.query;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a pattern can say of a node, written {@code @name} after it. */
public enum Capture {
    /** A function; a method when a type encloses it. */
    FUNCTION,
    /** A method or constructor, wherever it stands. */
    METHOD,
    /** A type: class, interface, enum, record, trait, struct, implementation block. */
    CLASS,
    /** What lends its name to the definitions in it, but is none that is looked for. */
    NAMESPACE,
    /** Statement around one definition that belongs to it: an export, a template, decorators. */
    WRAPPER,
    /** The name of a definition, perhaps with its owner: {@code Owner::name}. */
    NAME,
    /** The type that a method written outside of it belongs to. */
    OWNER,
    /** What of a definition is not its head. */
    BODY,
    PARAMETER,
    RETURNS,
    /** Decorator, annotation or attribute; captured alone, it belongs to the definition that follows. */
    DECORATOR,
    /** Documentation that is no comment. */
    DOC,
    COMMENT,
    /** The name of what is called. */
    CALL,
    IMPORT,
    /** One more way through a function: branch, loop, catch, conditional operator. */
    DECISION,
    /** Tells that the file holds tests. */
    TEST;

    static @Nullable Capture named(String name) {
        for (Capture capture : values()) {
            if (capture.name().toLowerCase(Locale.ROOT).equals(name)) {
                return capture;
            }
        }
        return null;
    }

    /** Whether a node with this capture is a definition. */
    public boolean isDefinition() {
        return this == FUNCTION || this == METHOD || this == CLASS || this == NAMESPACE;
    }
}
