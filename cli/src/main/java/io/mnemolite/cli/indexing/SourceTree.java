package io.mnemolite.cli.indexing;

import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.discovery.Discovery;
import io.mnemolite.discovery.Findings;
import io.mnemolite.discovery.HeadCommit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A directory on this machine, and the name of the repository that it is on the server.
 *
 * @param directory without links
 */
record SourceTree(Path directory, String repository) {

    /** @param name null takes the directory's own name */
    static SourceTree of(Path directory, @Nullable String name) {
        if (!Files.isDirectory(directory)) {
            throw CommandFailure.usage("'" + directory + "' is not a directory. Name the one that holds the source.");
        }
        Path real;
        try {
            real = directory.toRealPath();
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
        if (name != null && name.isBlank()) {
            throw CommandFailure.usage("--repository is blank; give the repository a name.");
        }
        Path own = real.getFileName();
        if (name == null && own == null) {
            throw CommandFailure.usage("'" + real + "' has no name; name the repository with --repository.");
        }
        return new SourceTree(real, name == null ? String.valueOf(own) : name);
    }

    Findings discover() {
        try {
            return Discovery.of(directory);
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    /** The commit that is checked out; null when there is none. */
    @Nullable
    String commit() {
        try {
            return HeadCommit.of(directory).orElse(null);
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
    }

    private static CommandFailure unreadable(Path directory, IOException cause) {
        return new CommandFailure(
                ExitCode.FAILED, "The directory '" + directory + "' cannot be read (" + cause + ").", cause);
    }
}
