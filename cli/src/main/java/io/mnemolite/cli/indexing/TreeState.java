package io.mnemolite.cli.indexing;

import io.mnemolite.discovery.Findings;
import io.mnemolite.discovery.FoundFile;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files of a directory by size and modification time, as they were when they were looked at. */
record TreeState(Map<String, Stamp> stamps) {

    /** A file written to a moment ago may be written to again without a change of its time, so it is read once more. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    record Stamp(long size, Instant modifiedAt) {}

    TreeState {
        stamps = Map.copyOf(stamps);
    }

    /** @param now a time before the files were found */
    static TreeState of(Findings findings, Instant now) {
        Map<String, Stamp> stamps = new HashMap<>();
        for (FoundFile file : findings.files()) {
            if (file.modifiedAt().isBefore(now.minus(SETTLING))) {
                stamps.put(file.path(), new Stamp(file.size(), file.modifiedAt()));
            }
        }
        return new TreeState(stamps);
    }

    /** Files that are new, or that may have changed since. */
    List<FoundFile> changes(Findings findings) {
        return findings.files().stream()
                .filter(file -> !new Stamp(file.size(), file.modifiedAt()).equals(stamps.get(file.path())))
                .toList();
    }
}
