package io.mnemolite.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/**
 * The ignore rules that hold within a directory: its own, then those of the directories above it, then those of the whole
 * repository. The first that knows a path decides (gitignore(5)).
 *
 * @param base the directory the rules are relative to, as a path that ends with {@code /}, or empty for the top
 */
record IgnoreRules(IgnoreNode rules, String base, @Nullable IgnoreRules above) {

    /** Rules of one file below those of {@code above}; {@code above} itself when there is no such file. */
    static @Nullable IgnoreRules read(Path file, String base, @Nullable IgnoreRules above) throws IOException {
        // git does not follow a link here either: what it leads to may lie outside.
        if (!Files.isRegularFile(file) || Files.isSymbolicLink(file)) {
            return above;
        }
        IgnoreNode rules = new IgnoreNode();
        try (InputStream lines = Files.newInputStream(file)) {
            rules.parse(lines);
        }
        return new IgnoreRules(rules, base, above);
    }

    /** @param path from the top, with {@code /} between its parts */
    boolean ignores(String path, boolean isDirectory) {
        for (IgnoreRules at = this; at != null; at = at.above) {
            Boolean ignored = at.rules.checkIgnored(path.substring(at.base.length()), isDirectory);
            if (ignored != null) {
                return ignored;
            }
        }
        return false;
    }
}
