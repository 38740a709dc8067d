package io.mnemolite.core.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths of files within their repository: relative, with {@code /} between its parts. */
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

    /** The folder of a file or folder; empty of what lies at the root. */
    public static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** What a relative path, with parts {@code .} and {@code ..}, means in a folder; empty when that is outside. */
    public static Optional<String> joined(String folder, String relative) {
        List<String> parts = new ArrayList<>();
        for (String part : (folder + "/" + relative).split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.removeLast();
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.add(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }
}
