package io.mnemolite.server.web.text;

/** A run of characters that are shown alike. */
public record Piece(Kind kind, String text) {

    /** How it is shown. */
    public enum Kind {
        PLAIN,
        /** The name of a character that would not be seen, or would change how others are. */
        HIDDEN,
        /** A word that was searched for. */
        MARKED
    }

    public boolean hidden() {
        return kind == Kind.HIDDEN;
    }

    public boolean marked() {
        return kind == Kind.MARKED;
    }
}
