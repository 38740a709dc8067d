package io.mnemolite.server.mcp.code;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.server.mcp.text.DataText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The directories below which this server reads source files at an agent's wish. Real paths are compared, so that neither
 * {@code ..} nor a symbolic link leads outside.
 */
public final class IndexRoots {

    private static final int NAME_LENGTH = 200;

    private final List<Path> roots;

    public IndexRoots(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /**
     * The real path of a directory that may be indexed.
     *
     * @throws MnemoliteException with {@link ErrorCode#INVALID_VALUE} when it is none, or lies elsewhere
     */
    Path require(String directory) {
        String named = DataText.line(directory, NAME_LENGTH);
        if (roots.isEmpty()) {
            throw refused(
                    "This server reads no directories: set code.index-roots (MNEMOLITE_CODE_INDEX_ROOTS) to those it may, or run"
                            + " 'mnemolite index " + named + "' on the machine that holds the source.");
        }
        Path given;
        try {
            given = Path.of(directory);
        } catch (InvalidPathException e) {
            throw refused("'" + named + "' is no path.");
        }
        if (!given.isAbsolute()) {
            throw refused("The directory '" + named + "' is relative; send its absolute path.");
        }
        Path real = real(given);
        // What lies outside is not told apart from what does not exist, or an agent could feel its way around.
        if (real == null
                || roots.stream().map(IndexRoots::real).noneMatch(root -> root != null && real.startsWith(root))) {
            throw refused("The directory '" + named + "' does not exist below the configured roots ("
                    + roots.stream().map(Path::toString).collect(Collectors.joining(", "))
                    + "); send one of theirs, or add it to code.index-roots.");
        }
        if (!Files.isDirectory(real)) {
            throw refused("'" + named + "' is no directory; send the one that holds the source.");
        }
        return real;
    }

    private static @Nullable Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return null;
        }
    }

    private static MnemoliteException refused(String sentence) {
        return new MnemoliteException(ErrorCode.INVALID_VALUE, sentence);
    }
}
