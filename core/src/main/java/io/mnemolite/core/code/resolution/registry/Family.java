package io.mnemolite.core.code.resolution.registry;

import io.mnemolite.core.code.Language;

/** Languages that call each other by the same rules. There is no edge from one family to another. */
public record Family(String name) {

    public static final Family JAVA = new Family("java");
    public static final Family PYTHON = new Family("python");
    public static final Family SCRIPT = new Family("script");
    public static final Family GO = new Family("go");
    public static final Family C = new Family("c");

    /** Whether functions of one name are told apart by their parameters. */
    public boolean hasOverloads() {
        return switch (name) {
            case "java", "c", "csharp", "kotlin", "scala", "swift" -> true;
            default -> false;
        };
    }

    /** Whether a member can be added to a type from outside of it, also to one that the language brings. */
    public boolean hasExtensions() {
        return switch (name) {
            case "csharp", "kotlin", "scala", "swift", "rust", "ruby" -> true;
            default -> false;
        };
    }

    public static Family of(Language language) {
        return switch (language.name()) {
            case "java" -> JAVA;
            case "python" -> PYTHON;
            case "javascript", "typescript", "jsx", "tsx" -> SCRIPT;
            case "go" -> GO;
            // A header is both's.
            case "c", "cpp" -> C;
            default -> new Family(language.name());
        };
    }
}
