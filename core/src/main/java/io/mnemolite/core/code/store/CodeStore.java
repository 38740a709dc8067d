package io.mnemolite.core.code.store;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The store of record for source code.
 *
 * <ul>
 *   <li>A method that changes something is one transaction and returns after the change is durable. It has written one row
 *       per changed or removed file to the change log of code files in that transaction.
 *   <li>A file's chunks are wholly those of one writing, whatever else is written at the same time.
 *   <li>The ids of files and chunks depend on names alone, see {@link CodeFileId} and {@link CodeChunkId}.
 *   <li>Vectors belong to texts: they stay when files go, and a file whose texts have vectors already has them at once.
 *   <li>Blocking; each call honours {@link io.mnemolite.core.deadline.Deadline}.
 *   <li>Failures are {@link MnemoliteException}: {@link ErrorCode#UNAVAILABLE} when the database cannot be reached,
 *       {@link ErrorCode#STORAGE_FULL} when its disk is full, {@link ErrorCode#DEADLINE_EXCEEDED} when a statement was
 *       cancelled.
 * </ul>
 */
public interface CodeStore {

    /** What is stored under those of the paths that are known, by path. */
    Map<String, FileState> states(String repository, Collection<String> paths);

    /**
     * Puts each file in place of what is stored under its path; removes what is stored under the paths of failures, which
     * are no longer what is stored; remembers failures and the files' problems in place of earlier ones; and notes that the
     * repository was indexed. All files belong to the repository and have different paths. The ids of all files that
     * changed or went.
     */
    List<CodeFileId> write(
            String repository, Instant at, Collection<CodeFileDraft> files, Collection<FileProblem> failures);

    /** Removes the files of these paths, and what is remembered of their problems. */
    Removal removeFiles(String repository, Collection<String> paths);

    /** Removes everything of a repository but the vectors of its texts. */
    Removal removeRepository(String repository);

    /** How many files there are. */
    long countFiles();

    /** Files with an id greater than {@code after} (from the start without it), in id order, at most {@code limit}. */
    List<IndexedCodeFile> scan(@Nullable CodeFileId after, int limit, String model);

    /** The files of these ids that exist, with vectors of {@code model} where wanted; in no particular order, each once. */
    List<IndexedCodeFile> findAll(Collection<CodeFileId> ids, String model);

    /** The chunks of these ids that exist, in no particular order, each once. */
    List<ChunkInFile> findChunks(Collection<CodeChunkId> ids);

    /**
     * What is known of the files of a repository, in the order of their ids, at most {@code limit}, of ids greater than
     * {@code after} (from the start without it).
     */
    List<FileState> list(String repository, @Nullable CodeFileId after, int limit);

    /** Every repository in numbers, the one indexed last first, then by name; vectors are those of {@code model}. */
    List<RepositoryFigures> repositories(String model);

    /**
     * Chunks of files for which vectors are wanted, whose text has no vector of {@code model}, in the order of file ids and
     * places, those that come after {@code after} (from the start without it): at most {@code limit}, each text once, and none
     * only when nothing is awaited there.
     */
    List<CodeChunk> awaitingVector(String model, @Nullable CodeChunk after, int limit);

    /** The first of them. */
    default List<CodeChunk> awaitingVector(String model, int limit) {
        return awaitingVector(model, null, limit);
    }

    /**
     * Keeps vectors of texts, unless the text has one of the model already. The ids of the files for which they are wanted.
     */
    List<CodeFileId> keepVectors(String model, Collection<TextVector> vectors);
}
