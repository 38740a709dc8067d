package io.mnemolite.core.code;

import java.util.Optional;

/** What the path of a file within its repository looks like: relative, with {@code /} between its parts. */
public final class CodePath {

    /** Characters in a path at most. */
    public static final int MAX_LENGTH = 1_000;

    private CodePath() {}

    /** What is wrong with a path, as a sentence; empty when nothing is. */
    public static Optional<String> problem(String path) {
        if (path.isBlank()) {
            return Optional.of("The path is blank; send the file's path within its repository, such as src/Main.java.");
        }
        if (path.length() > MAX_LENGTH) {
            return Optional.of(
                    "The path has " + path.length() + " characters, more than " + MAX_LENGTH + "; shorten it.");
        }
        Optional<String> unstorable = StorableText.problem(path);
        if (unstorable.isPresent()) {
            return Optional.of("The path cannot be stored: " + unstorable.get());
        }
        if (path.indexOf('\\') >= 0) {
            return Optional.of("The path '" + path + "' holds a backslash; put / between its parts.");
        }
        if (path.startsWith("/") || (path.length() > 1 && path.charAt(1) == ':' && path.indexOf('/') == 2)) {
            return Optional.of("The path '" + path + "' is absolute; send it relative to the repository.");
        }
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return Optional.of(
                        "The path '" + path + "' has the part '" + part
                                + "', which names no file or folder; send it relative to the repository, without '.' and '..'.");
            }
        }
        return Optional.empty();
    }
}
