package io.mnemolite.core.code.indexing;

import io.mnemolite.core.change.WriteObserver;
import io.mnemolite.core.code.SourceFile;
import io.mnemolite.core.code.indexing.FileDrafting.Drafted;
import io.mnemolite.core.code.parsing.SourceParser;
import io.mnemolite.core.code.store.CodeFileDraft;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.code.store.FileProblem;
import io.mnemolite.core.code.store.FileState;
import io.mnemolite.core.code.store.Removal;
import io.mnemolite.core.code.store.TextVector;
import io.mnemolite.core.event.WriteRoom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses files in parallel and stores them batch by batch, each batch a short transaction that the index follows before the
 * request is answered. While one batch is stored, the next one is parsed.
 */
public final class CodeIndexer implements CodeIndexing {

    private static final int FILES_AT_ONCE = 200;
    private static final int CHARACTERS_AT_ONCE = 8_000_000;

    private final CodeStore store;
    private final FileDrafting drafting;
    private final ParsingThreads threads;
    private final WriteObserver<CodeFileId> observer;
    private final CodeGraphUpdate graph;
    private final Clock clock;
    private final WriteRoom room;

    /** @param observer told of files after they were written or removed */
    public CodeIndexer(
            CodeStore store,
            SourceParser parser,
            ParsingThreads threads,
            WriteObserver<CodeFileId> observer,
            CodeGraphUpdate graph,
            Clock clock,
            WriteRoom room) {
        this.store = store;
        this.drafting = new FileDrafting(parser);
        this.threads = threads;
        this.observer = observer;
        this.graph = graph;
        this.clock = clock;
        this.room = room;
    }

    /** Where a request is. */
    private static final class Progress {

        private final List<CodeFileId> changed = new ArrayList<>();
        private final List<FileProblem> problems = new ArrayList<>();
        private int indexed;
        private int unchanged;
        private long chunks;
        private int failed;
        private int deleted;
    }

    @Override
    public IndexOutcome index(IndexRequest request) {
        room.require();
        if (request.buildGraph()) {
            graph.prepare(request.repository());
        }
        Map<String, SourceFile> files = new LinkedHashMap<>();
        Progress progress = new Progress();
        for (SourceFile file : request.files()) {
            if (files.put(file.path(), file) != null) {
                progress.problems.add(new FileProblem(
                        file.path(),
                        "The path '" + file.path()
                                + "' occurs more than once in the request; the last one was taken."));
            }
        }
        remove(request, files, progress);
        List<List<SourceFile>> batches = batches(files.values());
        ParsingThreads.Work<Drafted> parsing = null;
        try {
            for (int i = 0; i < batches.size(); i++) {
                ParsingThreads.Work<Drafted> current = parsing == null ? parse(batches.get(i), request) : parsing;
                parsing = current;
                List<Drafted> drafted = current.await();
                parsing = i + 1 < batches.size() ? parse(batches.get(i + 1), request) : null;
                write(drafted, request, progress);
            }
        } finally {
            if (parsing != null) {
                parsing.close();
            }
        }
        if (batches.isEmpty()) {
            store.write(request.repository(), clock.instant(), List.of(), List.of());
        }
        CodeGraphUpdate.Counts counts = request.buildGraph()
                ? graph.update(request.repository(), progress.changed)
                : CodeGraphUpdate.Counts.ZERO;
        return new IndexOutcome(
                progress.indexed,
                progress.unchanged,
                progress.chunks,
                progress.failed,
                progress.deleted,
                counts,
                progress.problems);
    }

    private void remove(IndexRequest request, Map<String, SourceFile> files, Progress progress) {
        List<String> gone = request.deletedPaths().stream()
                .filter(path -> !files.containsKey(path))
                .distinct()
                .toList();
        if (gone.isEmpty()) {
            return;
        }
        List<CodeFileId> ids = gone.stream()
                .map(path -> CodeFileId.of(request.repository(), path))
                .toList();
        try {
            Removal removal = store.removeFiles(request.repository(), gone);
            progress.changed.addAll(removal.files());
            progress.deleted = removal.files().size();
        } finally {
            observer.written(ids);
        }
    }

    private static List<List<SourceFile>> batches(Collection<SourceFile> files) {
        List<List<SourceFile>> batches = new ArrayList<>();
        List<SourceFile> batch = new ArrayList<>();
        long characters = 0;
        for (SourceFile file : files) {
            if (!batch.isEmpty()
                    && (batch.size() == FILES_AT_ONCE
                            || characters + file.content().length() > CHARACTERS_AT_ONCE)) {
                batches.add(batch);
                batch = new ArrayList<>();
                characters = 0;
            }
            batch.add(file);
            characters += file.content().length();
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    private ParsingThreads.Work<Drafted> parse(List<SourceFile> batch, IndexRequest request) {
        Map<String, FileState> known = store.states(
                request.repository(), batch.stream().map(SourceFile::path).toList());
        return threads.begin(batch, file -> drafting.draft(file, request, known(known, file)));
    }

    private static @Nullable FileState known(Map<String, FileState> states, SourceFile file) {
        return states.get(file.path());
    }

    private void write(List<Drafted> drafted, IndexRequest request, Progress progress) {
        List<CodeFileDraft> drafts = new ArrayList<>();
        List<FileProblem> failures = new ArrayList<>();
        for (Drafted file : drafted) {
            switch (file) {
                case Drafted.Unchanged(int chunks) -> {
                    progress.unchanged++;
                    progress.indexed++;
                    progress.chunks += chunks;
                }
                case Drafted.New(CodeFileDraft draft) -> drafts.add(draft);
                case Drafted.Failed(FileProblem problem) -> failures.add(problem);
            }
        }
        store(drafts, failures, request.repository(), progress);
        for (CodeFileDraft draft : drafts) {
            progress.indexed++;
            progress.chunks += draft.chunks().size();
            draft.problems().forEach(sentence -> progress.problems.add(new FileProblem(draft.path(), sentence)));
        }
        progress.failed += failures.size();
        progress.problems.addAll(failures);
    }

    private void store(List<CodeFileDraft> drafts, List<FileProblem> failures, String repository, Progress progress) {
        List<CodeFileId> touched = new ArrayList<>();
        drafts.forEach(draft -> touched.add(draft.id()));
        failures.forEach(failure -> touched.add(CodeFileId.of(repository, failure.path())));
        try {
            progress.changed.addAll(store.write(repository, clock.instant(), drafts, failures));
        } finally {
            observer.written(touched);
        }
    }

    @Override
    public Removal removeRepository(String repository) {
        Removal removal = store.removeRepository(repository);
        observer.written(removal.files());
        return removal;
    }

    @Override
    public List<CodeFileId> keepVectors(String model, Collection<TextVector> vectors) {
        List<CodeFileId> changed = store.keepVectors(model, vectors);
        observer.written(changed);
        return changed;
    }
}
