package io.mnemolite.core.operation;

import io.mnemolite.core.code.ChunkType;
import io.mnemolite.core.code.store.CodeChunk;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.operation.EventStatistics.Count;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@link CodeStatistics} that reads every file of a store for each answer. */
public final class InMemoryCodeStatistics implements CodeStatistics {

    private static final int ALL = Integer.MAX_VALUE;
    private static final String NO_MODEL = "";

    private final CodeStore store;

    public InMemoryCodeStatistics(CodeStore store) {
        this.store = store;
    }

    private record Found(IndexedCodeFile file, CodeChunk chunk) {

        int cyclomatic() {
            return chunk.chunk().metadata().complexity().cyclomatic();
        }
    }

    @Override
    public List<LanguageCount> languages() {
        Map<String, LanguageCount> counts = new TreeMap<>();
        for (IndexedCodeFile file : files()) {
            String language = file.file().language().name();
            counts.merge(
                    language,
                    new LanguageCount(language, 1, file.file().lineCount()),
                    (one, other) ->
                            new LanguageCount(language, one.files() + other.files(), one.lines() + other.lines()));
        }
        List<LanguageCount> languages = new ArrayList<>(counts.values());
        languages.sort(Comparator.comparingLong(LanguageCount::lines).reversed());
        return languages;
    }

    @Override
    public List<ComplexityCount> complexities() {
        Map<Integer, Long> counts = new TreeMap<>();
        callables().forEach(found -> counts.merge(found.cyclomatic(), 1L, Long::sum));
        List<ComplexityCount> complexities = new ArrayList<>();
        counts.forEach((cyclomatic, count) -> complexities.add(new ComplexityCount(cyclomatic, count)));
        return complexities;
    }

    @Override
    public List<ComplexChunk> mostComplex(int limit) {
        return callables()
                .filter(found ->
                        !found.file().file().isTest() && !found.file().file().isGenerated())
                .sorted(Comparator.comparingInt(Found::cyclomatic)
                        .reversed()
                        .thenComparing(found -> found.chunk().id()))
                .limit(limit)
                .map(found -> ComplexChunk.of(found.file().file(), found.chunk()))
                .toList();
    }

    @Override
    public List<Count> indexedByDay(Instant since) {
        Map<Instant, Long> counts = new TreeMap<>();
        for (IndexedCodeFile file : files()) {
            Instant at = file.file().indexedAt();
            if (!at.isBefore(since)) {
                counts.merge(at.truncatedTo(ChronoUnit.DAYS), 1L, Long::sum);
            }
        }
        List<Count> days = new ArrayList<>();
        counts.forEach((day, count) -> days.add(new Count(day, count)));
        return days;
    }

    private Stream<Found> callables() {
        return files().stream()
                .flatMap(file -> file.pieces().stream().map(piece -> new Found(file, piece.chunk())))
                .filter(found -> found.chunk().chunk().type() == ChunkType.FUNCTION
                        || found.chunk().chunk().type() == ChunkType.METHOD);
    }

    private List<IndexedCodeFile> files() {
        return store.scan(null, ALL, NO_MODEL);
    }
}
