package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.store.CodeFileId;
import java.util.Map;

/**
 * What is stored of a repository at one moment.
 *
 * @param written counts the changes of the repository's files
 * @param resolved what {@code written} was when its edges were last complete; -1 when they never were
 * @param files by path
 */
public record GraphSnapshot(long written, long resolved, Map<String, Version> files) {

    /** A file and the revision of its row. */
    public record Version(CodeFileId id, long revision) {}

    public GraphSnapshot {
        files = Map.copyOf(files);
    }

    /** Whether the edges stored are those of the files stored. */
    public boolean isComplete() {
        return written == resolved;
    }
}
