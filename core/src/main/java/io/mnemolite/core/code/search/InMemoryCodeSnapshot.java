package io.mnemolite.core.code.search;

import io.mnemolite.core.code.Chunk;
import io.mnemolite.core.code.EmbeddingText;
import io.mnemolite.core.code.IdentifierWords;
import io.mnemolite.core.code.store.CodeChunk;
import io.mnemolite.core.code.store.CodeFile;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.embedding.EmbeddingVector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Some files, compared one by one. Lexical scores are BM25 (k1 = 1.2, b = 0.75) with a name's words counted three times. */
final class InMemoryCodeSnapshot implements CodeSnapshot {

    private static final double K1 = 1.2;
    private static final double B = 0.75;

    private final List<IndexedCodeFile> files;
    private final List<Entry> entries = new ArrayList<>();
    private final int dimension;

    private record Entry(
            CodeFile file, CodeChunk chunk, @Nullable EmbeddingVector vector, List<String> words) {}

    InMemoryCodeSnapshot(List<IndexedCodeFile> files, int dimension) {
        this.files = files;
        this.dimension = dimension;
        for (IndexedCodeFile file : files) {
            file.pieces()
                    .forEach(piece -> entries.add(new Entry(
                            file.file(),
                            piece.chunk(),
                            piece.vector(),
                            words(file.file(), piece.chunk().chunk()))));
        }
    }

    private static List<String> words(CodeFile file, Chunk chunk) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            words.addAll(IdentifierWords.of(chunk.name()));
        }
        for (int i = 0; i < 2; i++) {
            words.addAll(IdentifierWords.of(EmbeddingText.enclosing(chunk)));
        }
        words.addAll(IdentifierWords.of(file.path()));
        String docstring = chunk.metadata().docstring();
        words.addAll(IdentifierWords.of(docstring == null ? "" : docstring));
        words.addAll(IdentifierWords.of(chunk.source()));
        return words;
    }

    @Override
    public List<ChunkCandidate> lexical(String text, int count, CodeFilter filter) {
        double averageLength = entries.stream()
                .mapToInt(entry -> entry.words().size())
                .average()
                .orElse(1);
        double[] scores = new double[entries.size()];
        for (String word : new TreeSet<>(IdentifierWords.of(text))) {
            long holders = entries.stream()
                    .filter(entry -> entry.words().contains(word))
                    .count();
            double rarity = Math.log(1 + (entries.size() - holders + 0.5) / (holders + 0.5));
            for (int i = 0; i < scores.length; i++) {
                List<String> words = entries.get(i).words();
                int frequency = Collections.frequency(words, word);
                double norm = K1 * (1 - B + B * words.size() / averageLength);
                scores[i] += frequency == 0 ? 0 : rarity * frequency * (K1 + 1) / (frequency + norm);
            }
        }
        List<ChunkCandidate> ranking = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            Entry entry = entries.get(i);
            if (scores[i] > 0 && filter.matches(entry.file(), entry.chunk())) {
                double factor = entry.file().isLesser() ? CodeIndex.DEMOTION : 1;
                ranking.add(new ChunkCandidate(
                        entry.chunk().id(), scores[i] * factor, entry.file().isLesser()));
            }
        }
        ranking.sort(
                Comparator.comparingDouble(ChunkCandidate::score).reversed().thenComparing(ChunkCandidate::id));
        return List.copyOf(ranking.subList(0, Math.min(count, ranking.size())));
    }

    @Override
    public List<ChunkCandidate> nearest(EmbeddingVector query, int count, CodeFilter filter) {
        List<ChunkCandidate> ranking = new ArrayList<>();
        for (Entry entry : entries) {
            EmbeddingVector vector = entry.vector();
            if (vector != null && vector.dimension() == dimension && filter.matches(entry.file(), entry.chunk())) {
                vector.cosineDistance(query)
                        .ifPresent(distance -> ranking.add(new ChunkCandidate(
                                entry.chunk().id(), distance, entry.file().isLesser())));
            }
        }
        ranking.sort(Comparator.comparingDouble(ChunkCandidate::score).thenComparing(ChunkCandidate::id));
        return List.copyOf(ranking.subList(0, Math.min(count, ranking.size())));
    }

    @Override
    public List<CodeFileId> filesThatMayHold(
            Collection<String> pieces, CodeFilter filter, @Nullable CodeFileId after, int limit) {
        CodeFilter ofFiles = new CodeFilter(filter.language(), null, filter.repository(), filter.filePath());
        return files.stream()
                .filter(file -> after == null || file.file().id().compareTo(after) > 0)
                .filter(file -> file.pieces().stream().anyMatch(piece -> ofFiles.matches(file.file(), piece.chunk())))
                .filter(file -> {
                    String text = file.text().toLowerCase(Locale.ROOT);
                    return pieces.stream().allMatch(piece -> text.contains(piece.toLowerCase(Locale.ROOT)));
                })
                .map(file -> file.file().id())
                .limit(limit)
                .toList();
    }

    @Override
    public Set<CodeFileId> absent(Collection<CodeFileId> ids) {
        Set<CodeFileId> absent = new TreeSet<>(ids);
        files.forEach(file -> absent.remove(file.file().id()));
        return absent;
    }

    @Override
    public int countChunks() {
        return entries.size();
    }

    @Override
    public Coverage coverage(CodeFilter filter) {
        List<Entry> wanting = entries.stream()
                .filter(entry -> entry.file().isEmbedded() && filter.matches(entry.file(), entry.chunk()))
                .toList();
        long made = wanting.stream().filter(this::isSearchable).count();
        return new Coverage(wanting.size(), (int) made);
    }

    private boolean isSearchable(Entry entry) {
        return entry.vector() != null && entry.vector().dimension() == dimension;
    }

    @Override
    public void close() {}
}
