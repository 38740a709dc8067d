package io.mnemolite.lucene;

import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.search.EventIndex;
import io.mnemolite.core.search.IndexPosition;
import io.mnemolite.core.search.IndexSnapshot;
import io.mnemolite.lucene.disk.PositionedIndex;
import io.mnemolite.lucene.text.TextAnalyzer;
import io.mnemolite.lucene.text.WordsQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The index of events in a folder of its own. */
public final class LuceneEventIndex implements EventIndex {

    private final PositionedIndex index;
    private final int dimension;
    private final WordsQuery words = new WordsQuery(EventDocument.TEXT);

    /** The greatest id that was ever put into the index as it stands; an id beyond it replaces nothing. */
    private @Nullable EventId greatest;

    private LuceneEventIndex(PositionedIndex index, int dimension) {
        this.index = index;
        this.dimension = dimension;
    }

    /**
     * Opens the index as it was last committed; empty and without a position when there is none, or none that fits.
     *
     * @param dimension of the vectors that are searched
     * @throws MnemoliteException when another process uses the folder or it cannot be written to
     */
    public static LuceneEventIndex open(Path directory, int dimension) {
        if (dimension < 1 || dimension > EmbeddingSpace.MAX_DIMENSION) {
            throw new IllegalArgumentException(
                    "A dimension lies within 1.." + EmbeddingSpace.MAX_DIMENSION + ", not " + dimension + ".");
        }
        String format =
                "events " + EventDocument.VERSION + ", text " + TextAnalyzer.VERSION + ", dimension " + dimension;
        PositionedIndex index = PositionedIndex.open(directory, TextAnalyzer.forDocuments(), format);
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
        DirectoryReader reader = index.acquire();
        try {
            EventId greatest = null;
            for (LeafReaderContext segment : reader.leaves()) {
                Terms ids = segment.reader().terms(EventDocument.ID);
                BytesRef last = ids == null ? null : ids.getMax();
                EventId id = last == null ? null : EventKey.id(last);
                if (id != null && (greatest == null || id.compareTo(greatest) > 0)) {
                    greatest = id;
                }
            }
            return greatest;
        } finally {
            reader.decRef();
        }
    }

    @Override
    public void apply(Collection<Event> present, Collection<EventId> gone) {
        if (present.isEmpty() && gone.isEmpty()) {
            return;
        }
        // In ascending order ids that are new stay beyond the greatest; of one event given twice the last stays last.
        List<Event> ascending =
                present.stream().sorted(Comparator.comparing(Event::id)).toList();
        index.write(writer -> {
            for (Event event : ascending) {
                put(event, writer);
            }
            for (EventId id : gone) {
                writer.deleteDocuments(EventDocument.key(id));
            }
        });
    }

    private void put(Event event, IndexWriter writer) throws IOException {
        if (greatest == null || event.id().compareTo(greatest) > 0) {
            // Nothing to look for and to delete, which is most of the cost of a small segment.
            greatest = event.id();
            writer.addDocument(EventDocument.of(event, dimension));
        } else {
            writer.updateDocument(EventDocument.key(event.id()), EventDocument.of(event, dimension));
        }
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
    public Optional<IndexPosition> committedPosition() {
        return index.committedPosition();
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
