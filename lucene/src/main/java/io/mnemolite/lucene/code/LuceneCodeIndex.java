package io.mnemolite.lucene.code;

import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.code.search.CodeIndex;
import io.mnemolite.core.code.search.CodeSnapshot;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.lucene.code.terms.CountedLength;
import io.mnemolite.lucene.code.terms.TextTrigrams;
import io.mnemolite.lucene.code.terms.WordTrigrams;
import io.mnemolite.lucene.disk.DocumentFormat;
import io.mnemolite.lucene.disk.PositionedIndex;
import io.mnemolite.lucene.disk.PositionedIndex.Writing;
import io.mnemolite.lucene.text.TextAnalyzer;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.lucene.index.Term;

/** The index of code in a folder of its own. */
public final class LuceneCodeIndex implements CodeIndex {

    /** Analysis is the cost of large batches; both cores of a small machine may do it. */
    private static final int THREADS = 2;

    private static final int MIN_PART = 10;

    private final PositionedIndex index;
    private final int dimension;
    private final LexicalQuery lexicalQuery = new LexicalQuery();

    /** As many as threads write at once; not in a local of the threads, since those end after a while. */
    private final Queue<SoftReference<CodeDocuments>> makers = new ConcurrentLinkedQueue<>();

    private LuceneCodeIndex(PositionedIndex index, int dimension) {
        this.index = index;
        this.dimension = dimension;
    }

    /**
     * Opens the index as it was last committed; empty and without a position when there is none, or none that fits.
     *
     * @param dimension of the vectors that are searched
     * @param ramBufferBytes memory for documents that are not yet written to the directory
     * @throws MnemoliteException when another process uses the folder or it cannot be written to
     */
    public static LuceneCodeIndex open(Path directory, int dimension, long ramBufferBytes) {
        String format = "code " + CodeDocuments.VERSION + ", text " + TextAnalyzer.VERSION + ", trigrams "
                + WordTrigrams.VERSION + "." + TextTrigrams.VERSION + ", dimension " + dimension;
        return new LuceneCodeIndex(
                PositionedIndex.open(
                        directory,
                        new DocumentFormat(format, TextAnalyzer.forDocuments(), new CountedLength()),
                        ramBufferBytes),
                dimension);
    }

    @Override
    public void apply(Collection<IndexedCodeFile> present, Collection<CodeFileId> gone) {
        Map<CodeFileId, IndexedCodeFile> distinct = new LinkedHashMap<>();
        present.forEach(file -> distinct.put(file.file().id(), file));
        List<IndexedCodeFile> files = List.copyOf(distinct.values());
        List<Writing> parts = new ArrayList<>();
        int size = Math.max(MIN_PART, (files.size() + THREADS - 1) / THREADS);
        for (int from = 0; from < files.size(); from += size) {
            List<IndexedCodeFile> part = files.subList(from, Math.min(files.size(), from + size));
            parts.add(writer -> {
                CodeDocuments documents = borrowed();
                for (IndexedCodeFile file : part) {
                    writer.updateDocuments(CodeDocuments.key(file.file().id()), documents.of(file));
                }
                makers.offer(new SoftReference<>(documents));
            });
        }
        if (!parts.isEmpty()) {
            index.write(parts);
        }
        if (!gone.isEmpty()) {
            Term[] keys = gone.stream().map(CodeDocuments::key).toArray(Term[]::new);
            index.write(List.of(writer -> writer.deleteDocuments(keys)));
        }
    }

    /** One that nobody else uses, with the words it remembers unless memory was short. */
    private CodeDocuments borrowed() {
        SoftReference<CodeDocuments> idle = makers.poll();
        CodeDocuments documents = idle == null ? null : idle.get();
        return documents == null ? new CodeDocuments(dimension) : documents;
    }

    @Override
    public CodeSnapshot snapshot() {
        return new LuceneCodeSnapshot(index.acquire(), dimension, lexicalQuery);
    }

    @Override
    public void clear() {
        index.clear();
    }

    @Override
    public void commit(IndexPosition position) {
        index.commit(position);
    }

    @Override
    public void consolidate() {
        index.consolidate();
    }

    @Override
    public Optional<IndexPosition> committedPosition() {
        return index.committedPosition();
    }

    @Override
    public long documents() {
        return index.documents();
    }

    @Override
    public long sizeInBytes() {
        return index.sizeInBytes();
    }

    @Override
    public void close() {
        index.close();
    }
}
