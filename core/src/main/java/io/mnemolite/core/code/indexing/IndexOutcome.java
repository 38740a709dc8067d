package io.mnemolite.core.code.indexing;

import io.mnemolite.core.code.store.FileProblem;
import java.util.List;

/**
 * What came of a request.
 *
 * @param indexedFiles files that are indexed now as they were handed in, unchanged ones included
 * @param unchangedFiles those of them that were indexed already
 * @param indexedChunks how many chunks the indexed files have
 * @param failedFiles files that are not indexed
 * @param deletedFiles files that were indexed and left at the request's wish
 * @param graph what was put into the code graph
 * @param problems of failed files, and of files of which a part could not be parsed as usual
 */
public record IndexOutcome(
        int indexedFiles,
        int unchangedFiles,
        long indexedChunks,
        int failedFiles,
        int deletedFiles,
        CodeGraphUpdate.Counts graph,
        List<FileProblem> problems) {

    public IndexOutcome {
        problems = List.copyOf(problems);
    }
}
