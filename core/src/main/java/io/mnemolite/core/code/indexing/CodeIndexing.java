package io.mnemolite.core.code.indexing;

import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.FileState;
import io.mnemolite.core.code.store.Removal;
import io.mnemolite.core.code.store.TextVector;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.util.Collection;
import java.util.List;

/**
 * What a caller can do to the code that is indexed. When a change returns, it is durable, and the very next search on this node
 * sees it; vectors follow in the background. Failures are {@link MnemoliteException}.
 */
public interface CodeIndexing {

    /**
     * Puts the files in place of what was known of their paths. A file that cannot be indexed is a problem of the outcome, never
     * a failure of the request, and what was known of its path is gone. After a failure, some of the files may be indexed; the
     * same request completes it.
     *
     * @throws MnemoliteException with {@link ErrorCode#STORAGE_FULL} when there is no room
     */
    IndexOutcome index(IndexRequest request);

    /** Whether a file that is stored so would be left as it is if its content were indexed again, with everything on. */
    boolean isCurrent(FileState state);

    /** Forgets a repository. */
    Removal removeRepository(String repository);

    /** Keeps vectors made of the texts of chunks; the files that have them now. */
    List<CodeFileId> keepVectors(String model, Collection<TextVector> vectors);
}
