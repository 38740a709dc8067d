package io.mnemolite.deployment.trial;

import io.mnemolite.deployment.root.DeploymentRoot;
import io.mnemolite.deployment.root.FileWrites;
import io.mnemolite.deployment.slot.SlotHome;
import io.mnemolite.deployment.slot.SlotProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What trials leave on a host: the servers of one that was killed, their homes, and copies of the data. */
public record Leftovers(DeploymentRoot root) {

    /** They serve nobody, so nothing is lost when one ends by force. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * Ends the servers and deletes the files. Only who holds the right to deploy may: a trial under way looks the same.
     *
     * @return why something of it is still there
     */
    public Optional<String> remove() {
        try {
            for (Path path : entries(root.trial())) {
                // Found by the path of its configuration, so also when its home was deleted.
                new SlotProcess(new SlotHome(path), 1).stop(PATIENCE);
                FileWrites.deleteTree(path);
            }
            for (Path path : entries(root.scratch())) {
                FileWrites.deleteTree(path);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("A trial has left files at " + root.path() + " that cannot be deleted (" + e + ").");
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
