package io.mnemolite.lucene;

import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.search.EventIndex;
import io.mnemolite.core.search.IndexSnapshot;
import io.mnemolite.lucene.disk.DocumentFormat;
import io.mnemolite.lucene.disk.HeldReader;
import io.mnemolite.lucene.disk.PositionedIndex;
import io.mnemolite.lucene.disk.PositionedIndex.Writing;
import io.mnemolite.lucene.text.TextAnalyzer;
import io.mnemolite.lucene.text.WordsQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The index of events in a folder of its own. */
public final class LuceneEventIndex implements EventIndex {

    /** Graphs of vectors are the cost of large batches; both cores of a small machine may build them. */
    private static final int THREADS = 2;

    private static final int MIN_PART = 100;

    private static final long RAM_BUFFER_BYTES = 64L * 1024 * 1024;

    private final PositionedIndex index;
    private final int dimension;
    private final WordsQuery words = new WordsQuery(EventDocument.TEXT);

    /** The greatest id that was ever put into the index as it stands; an id beyond it replaces nothing. */
    private @Nullable EventId greatest;

    private LuceneEventIndex(PositionedIndex index, int dimension) {
        this.index = index;
        this.dimension = dimension;
    }

    /** As {@link #open(Path, int, long)} with 64 MiB. */
    public static LuceneEventIndex open(Path directory, int dimension) {
        return open(directory, dimension, RAM_BUFFER_BYTES);
    }

    /**
     * Opens the index as it was last committed; empty and without a position when there is none, or none that fits.
     *
     * @param dimension of the vectors that are searched
     * @param ramBufferBytes memory for documents that are not yet written to the directory
     * @throws MnemoliteException when another process uses the folder or it cannot be written to
     */
    public static LuceneEventIndex open(Path directory, int dimension, long ramBufferBytes) {
        if (dimension < 1 || dimension > EmbeddingSpace.MAX_DIMENSION) {
            throw new IllegalArgumentException(
                    "A dimension lies within 1.." + EmbeddingSpace.MAX_DIMENSION + ", not " + dimension + ".");
        }
        DocumentFormat format = new DocumentFormat(
                "events " + EventDocument.VERSION + ", text " + TextAnalyzer.VERSION + ", dimension " + dimension,
                TextAnalyzer.forDocuments(),
                IndexSearcher.getDefaultSimilarity());
        PositionedIndex index = PositionedIndex.open(directory, format, ramBufferBytes);
        LuceneEventIndex events = new LuceneEventIndex(index, dimension);
        try {
            events.greatest = greatest(index);
            return events;
        } catch (IOException | RuntimeException e) {
            index.close();
            throw new IllegalStateException("The index in '" + directory + "' was opened but cannot be read.", e);
        }
    }

    private static @Nullable EventId greatest(PositionedIndex index) throws IOException {
        try (HeldReader held = index.acquire()) {
            EventId greatest = null;
            for (LeafReaderContext segment : held.reader().leaves()) {
                Terms ids = segment.reader().terms(EventDocument.ID);
                BytesRef last = ids == null ? null : ids.getMax();
                EventId id = last == null ? null : EventKey.id(last);
                if (id != null && (greatest == null || id.compareTo(greatest) > 0)) {
                    greatest = id;
                }
            }
            return greatest;
        }
    }

    @Override
    public void apply(Collection<Event> present, Collection<EventId> gone) {
        if (present.isEmpty() && gone.isEmpty()) {
            return;
        }
        List<Writing> parts = new ArrayList<>();
        List<Put> puts = puts(present);
        int size = Math.max(MIN_PART, (puts.size() + THREADS - 1) / THREADS);
        for (int from = 0; from < puts.size(); from += size) {
            List<Put> part = puts.subList(from, Math.min(puts.size(), from + size));
            parts.add(writer -> {
                for (Put put : part) {
                    put.to(writer, dimension);
                }
            });
        }
        if (!parts.isEmpty()) {
            index.write(parts);
        }
        if (!gone.isEmpty()) {
            index.write(List.of(writer ->
                    writer.deleteDocuments(gone.stream().map(EventDocument::key).toArray(Term[]::new))));
        }
    }

    /** An event to index, and whether it may take the place of an earlier state. */
    private record Put(Event event, boolean mayReplace) {

        void to(IndexWriter writer, int dimension) throws IOException {
            Document document = EventDocument.of(event, dimension);
            if (mayReplace) {
                writer.updateDocument(EventDocument.key(event.id()), document);
            } else {
                writer.addDocument(document);
            }
        }
    }

    /** Each event once, as given last. Ids come in ascending order, so that new ones stay beyond the greatest. */
    private List<Put> puts(Collection<Event> present) {
        TreeMap<EventId, Event> distinct = new TreeMap<>();
        present.forEach(event -> distinct.put(event.id(), event));
        List<Put> puts = new ArrayList<>(distinct.size());
        for (Event event : distinct.values()) {
            // Nothing to look for and to delete saves much of the cost of small segments.
            boolean isNew = greatest == null || event.id().compareTo(greatest) > 0;
            if (isNew) {
                greatest = event.id();
            }
            puts.add(new Put(event, !isNew));
        }
        return puts;
    }

    @Override
    public IndexSnapshot snapshot() {
        return new LuceneSnapshot(index.acquire(), dimension, words);
    }

    @Override
    public void clear() {
        index.clear();
        greatest = null;
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
