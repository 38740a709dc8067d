package io.mnemolite.core.code.resolution.registry;

import io.mnemolite.core.code.Language;
import java.util.List;

/** Languages that call each other by the same rules. There is no edge from one family to another. */
public record Family(String name) {

    public static final Family JAVA = new Family("java");
    public static final Family PYTHON = new Family("python");
    public static final Family SCRIPT = new Family("script");
    public static final Family GO = new Family("go");
    public static final Family C = new Family("c");
    public static final Family KOTLIN = new Family("kotlin");
    public static final Family RUST = new Family("rust");
    public static final Family CSHARP = new Family("csharp");
    public static final Family RUBY = new Family("ruby");
    public static final Family SWIFT = new Family("swift");
    public static final Family SCALA = new Family("scala");

    /** Families whose definitions it can use, although no edge leads there. */
    public List<Family> neighbours() {
        return switch (name) {
            case "java" -> List.of(KOTLIN, SCALA);
            case "kotlin" -> List.of(JAVA, SCALA);
            case "scala" -> List.of(JAVA, KOTLIN);
            default -> List.of();
        };
    }

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

    /** Whether all files of a package see what the others of it define, without an import. */
    public boolean hasPackages() {
        return switch (name) {
            case "go", "kotlin", "scala", "csharp", "php", "swift" -> true;
            default -> false;
        };
    }

    /** Whether an import is of a file, with all that the file imports itself. */
    public boolean includesFiles() {
        return switch (name) {
            case "c", "ruby", "bash" -> true;
            default -> false;
        };
    }

    /** Whether files of any name may add members to a type that they import. */
    public boolean hasPartsElsewhere() {
        return equals(C) || equals(RUST);
    }

    /** Whether a type may be declared in several parts, of which each may add members. */
    public boolean hasTypesInParts() {
        return switch (name) {
            case "go", "rust", "swift", "ruby", "csharp", "scala", "c", "kotlin" -> true;
            default -> false;
        };
    }

    /** Whether a field and a method may have one name, so that a call always means the method. */
    public boolean hasFieldsApart() {
        return equals(RUST) || name.equals("php");
    }

    /** Whether a variable hides others of its name in all of its scope, also before it is declared. */
    public boolean isHoisting() {
        return switch (name) {
            case "kotlin", "scala", "swift", "csharp", "rust", "c", "go" -> false;
            default -> true;
        };
    }

    /** Whether a bare name may be that of a member of the type around. */
    public boolean hasImplicitSelf() {
        return switch (name) {
            case "python", "script", "go", "rust", "php", "bash" -> false;
            default -> true;
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
