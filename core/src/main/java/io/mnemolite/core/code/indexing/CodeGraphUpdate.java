package io.mnemolite.core.code.indexing;

import io.mnemolite.core.code.store.CodeFileId;
import java.util.Collection;

/** Brings the code graph to what is stored. Told of files after their transaction, before the request is answered. */
@FunctionalInterface
public interface CodeGraphUpdate {

    /** There is no graph. */
    CodeGraphUpdate NONE = (repository, changed) -> Counts.ZERO;

    /** How many nodes and edges the files that were resolved have. */
    record Counts(long nodes, long edges) {

        public static final Counts ZERO = new Counts(0, 0);
    }

    /** @param changed files that were written or removed */
    Counts update(String repository, Collection<CodeFileId> changed);

    /** Told before files of a repository are written, when an update will follow. */
    default void prepare(String repository) {}
}
