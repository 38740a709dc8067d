package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.store.CodeFileId;
import java.time.Instant;
import java.util.Map;

/**
 * What is stored of a repository at one moment.
 *
 * @param written counts the changes of the repository's files
 * @param resolved what {@code written} was when its edges were last complete; -1 when they never were
 * @param files by path
 */
public record GraphSnapshot(long written, long resolved, Map<String, Version> files) {

    /**
     * A file as it is stored.
     *
     * @param indexedAt tells a file that was deleted and came again, and whose revisions began anew, from the one before
     */
    public record Version(CodeFileId id, long revision, Instant indexedAt) {}

    public GraphSnapshot {
        files = Map.copyOf(files);
    }

    /** Whether the edges stored are those of the files stored. */
    public boolean isComplete() {
        return written == resolved;
    }
}
