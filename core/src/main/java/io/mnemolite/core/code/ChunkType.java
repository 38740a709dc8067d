package io.mnemolite.core.code;

import java.util.Locale;

/** What a chunk is a piece of. */
public enum ChunkType {
    /** A function that belongs to no type. */
    FUNCTION,
    /** A class, interface, enum, record, trait or struct: its head, and what stands between its methods. */
    CLASS,
    /** A method or constructor of a type. */
    METHOD,
    /** Code that belongs to no definition: imports, statements, constants. */
    MODULE,
    /** A piece of a text whose structure is unknown, cut by size. */
    FALLBACK_FIXED;

    /** The name on the wire, such as {@code fallback_fixed}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
