package io.mnemolite.postgres.code;

import io.mnemolite.core.code.store.ChunkInFile;
import io.mnemolite.core.code.store.CodeChunk;
import io.mnemolite.core.code.store.CodeChunkId;
import io.mnemolite.core.code.store.CodeFileDraft;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.code.store.FileProblem;
import io.mnemolite.core.code.store.FileState;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.code.store.Removal;
import io.mnemolite.core.code.store.RepositoryFigures;
import io.mnemolite.core.code.store.TextVector;
import io.mnemolite.postgres.code.read.CountFiles;
import io.mnemolite.postgres.code.read.FindAwaitingChunks;
import io.mnemolite.postgres.code.read.FindChunks;
import io.mnemolite.postgres.code.read.FindIndexedFiles;
import io.mnemolite.postgres.code.read.FindStates;
import io.mnemolite.postgres.code.read.ListStates;
import io.mnemolite.postgres.code.read.ReadRepositories;
import io.mnemolite.postgres.code.read.ScanIndexedFiles;
import io.mnemolite.postgres.connection.Database;
import io.mnemolite.postgres.connection.Database.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Source code in PostgreSQL. */
public final class PostgresCodeStore implements CodeStore {

    private static final int CHUNKS_AT_ONCE = 5_000;

    private final Database database;

    public PostgresCodeStore(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, FileState> states(String repository, Collection<String> paths) {
        Map<String, FileState> states = new HashMap<>();
        if (!paths.isEmpty()) {
            database.read(new FindStates(ids(repository, paths))).forEach(state -> states.put(state.path(), state));
        }
        return states;
    }

    @Override
    public List<CodeFileId> write(
            String repository, Instant at, Collection<CodeFileDraft> files, Collection<FileProblem> failures) {
        List<CodeFileDraft> drafts = List.copyOf(files);
        return database.transaction(statements -> {
            statements.run(new NoteIndexing(repository, at));
            List<CodeFileId> changed = new ArrayList<>();
            if (!drafts.isEmpty()) {
                changed.addAll(statements.run(new WriteFiles(drafts, at)));
                statements.run(new ClearChunks(changed));
                insertChunks(drafts, statements);
                statements.run(new ReplaceProblems.Clear(changed));
            }
            if (!failures.isEmpty()) {
                List<String> failed = failures.stream().map(FileProblem::path).toList();
                changed.addAll(
                        statements.run(new DeleteFiles(ids(repository, failed))).files());
            }
            List<FileProblem> problems = problems(drafts, failures);
            if (!problems.isEmpty()) {
                statements.run(new ReplaceProblems(repository, problems));
            }
            if (!changed.isEmpty()) {
                statements.run(new CountWriting(repository));
            }
            return changed;
        });
    }

    private static void insertChunks(List<CodeFileDraft> drafts, Statements statements) throws SQLException {
        List<CodeChunk> chunks =
                drafts.stream().flatMap(draft -> draft.chunks().stream()).toList();
        for (int from = 0; from < chunks.size(); from += CHUNKS_AT_ONCE) {
            statements.run(new InsertChunks(chunks.subList(from, Math.min(chunks.size(), from + CHUNKS_AT_ONCE))));
        }
    }

    /** One per path: failures, and what was noted of files. */
    private static List<FileProblem> problems(List<CodeFileDraft> drafts, Collection<FileProblem> failures) {
        Map<String, FileProblem> problems = new LinkedHashMap<>();
        for (CodeFileDraft draft : drafts) {
            if (!draft.problems().isEmpty()) {
                problems.put(draft.path(), new FileProblem(draft.path(), String.join(" ", draft.problems())));
            }
        }
        failures.forEach(failure -> problems.put(failure.path(), failure));
        return List.copyOf(problems.values());
    }

    @Override
    public Removal removeFiles(String repository, Collection<String> paths) {
        return paths.isEmpty()
                ? Removal.NONE
                : database.transaction(statements -> {
                    Removal removal = statements.run(new DeleteFiles(ids(repository, paths)));
                    if (!removal.files().isEmpty()) {
                        statements.run(new CountWriting(repository));
                    }
                    return removal;
                });
    }

    @Override
    public Removal removeRepository(String repository) {
        return database.transaction(statements -> {
            statements.run(new DeleteRepository(repository));
            CountGraph.Counts graph = statements.run(new CountGraph(repository));
            return statements.run(new DeleteFilesOfRepository(repository)).withGraph(graph.nodes(), graph.edges());
        });
    }

    @Override
    public long countFiles() {
        return database.read(new CountFiles());
    }

    @Override
    public List<IndexedCodeFile> scan(@Nullable CodeFileId after, int limit, String model) {
        return database.read(new ScanIndexedFiles(after, limit, model));
    }

    @Override
    public List<IndexedCodeFile> findAll(Collection<CodeFileId> ids, String model) {
        return ids.isEmpty() ? List.of() : database.read(new FindIndexedFiles(ids, model));
    }

    @Override
    public List<ChunkInFile> findChunks(Collection<CodeChunkId> ids) {
        return ids.isEmpty() ? List.of() : database.read(new FindChunks(ids));
    }

    @Override
    public List<FileState> list(String repository, @Nullable CodeFileId after, int limit) {
        return database.read(new ListStates(repository, after, limit));
    }

    @Override
    public List<RepositoryFigures> repositories(String model) {
        return database.read(new ReadRepositories(model));
    }

    @Override
    public List<CodeChunk> awaitingVector(String model, @Nullable CodeChunk after, int limit) {
        return database.read(new FindAwaitingChunks(model, after, limit));
    }

    @Override
    public List<CodeFileId> keepVectors(String model, Collection<TextVector> vectors) {
        if (vectors.isEmpty()) {
            return List.of();
        }
        List<TextVector> made = List.copyOf(vectors);
        List<CodeFileId> changed = new ArrayList<>(database.transaction(statements -> {
            statements.run(new KeepVectors(model, made));
            return statements.run(new RaiseVectorRevisions(made, List.of()));
        }));
        // A file written meanwhile was not seen by the transaction, nor its vectors by whoever indexed it.
        changed.addAll(database.write(new RaiseVectorRevisions(made, changed)));
        return changed;
    }

    private static List<CodeFileId> ids(String repository, Collection<String> paths) {
        return paths.stream()
                .distinct()
                .map(path -> CodeFileId.of(repository, path))
                .toList();
    }
}
