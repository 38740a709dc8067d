package io.mnemolite.postgres.code.graph;

/** Patterns by which names are looked up in indexes that hold their beginnings. */
final class NamePattern {

    private NamePattern() {}

    /** A pattern of LIKE for what begins as a name does, of which no more than {@code length} characters are looked at. */
    static String startOf(String name, int length) {
        String start = name.codePointCount(0, name.length()) <= length
                ? name
                : name.substring(0, name.offsetByCodePoints(0, length));
        return start.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
