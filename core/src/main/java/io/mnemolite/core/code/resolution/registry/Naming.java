package io.mnemolite.core.code.resolution.registry;

import io.mnemolite.core.code.facts.DefinitionKind;

/** In which position of a call a simple name can mean a definition. */
public enum Naming {
    /** A part of a module's name, such as that of a folder. */
    MODULE,
    /** A function or type, whose name can stand alone. */
    ALONE,
    /** A method, whose name stands behind an object, or alone within its type. */
    METHOD;

    static Naming of(DefinitionKind kind) {
        return switch (kind) {
            case MODULE -> MODULE;
            case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION, FUNCTION -> ALONE;
            case METHOD, CONSTRUCTOR -> METHOD;
        };
    }
}
