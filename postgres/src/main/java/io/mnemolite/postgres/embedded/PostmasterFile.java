package io.mnemolite.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL writes of itself into {@code postmaster.pid}: the process id in line 1 (negative in
 * single-user mode), its state in line 8.
 *
 * @param ready whether it accepts connections
 */
record PostmasterFile(long process, boolean ready) {

    /** Empty when there is no file, or when it is being written. */
    static Optional<PostmasterFile> read(Path cluster) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
        } catch (NoSuchFileException notStarted) {
            return Optional.empty();
        }
        if (lines.isEmpty() || !lines.getFirst().strip().matches("-?\\d{1,18}")) {
            return Optional.empty();
        }
        boolean ready = lines.size() >= 8 && lines.get(7).strip().equals("ready");
        return Optional.of(
                new PostmasterFile(Math.abs(Long.parseLong(lines.getFirst().strip())), ready));
    }
}
