package io.mnemolite.lucene.code;

import io.mnemolite.core.code.search.ChunkCandidate;
import io.mnemolite.core.code.search.CodeFilter;
import io.mnemolite.core.code.search.CodeSnapshot;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.lucene.disk.HeldReader;
import io.mnemolite.lucene.query.IdLookup;
import io.mnemolite.lucene.query.RequestDeadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/** One reader, released once; used by the threads of one request, one at a time. */
final class LuceneCodeSnapshot implements CodeSnapshot {

    private final HeldReader held;
    private final int dimension;
    private final LexicalQuery lexicalQuery;
    private final IndexSearcher searcher;

    /** @param held closed with this snapshot */
    LuceneCodeSnapshot(HeldReader held, int dimension, LexicalQuery lexicalQuery) {
        this.held = held;
        this.dimension = dimension;
        this.lexicalQuery = lexicalQuery;
        this.searcher = new IndexSearcher(held.reader());
        searcher.setQueryCache(null);
        searcher.setTimeout(new RequestDeadline());
    }

    @Override
    public List<ChunkCandidate> lexical(String words, int count, CodeFilter filter) {
        return reading(() -> new ChunkSearch(searcher).best(lexicalQuery.of(words, held.reader()), count, filter));
    }

    @Override
    public List<ChunkCandidate> nearest(EmbeddingVector query, int count, CodeFilter filter) {
        if (query.dimension() != dimension) {
            throw new IllegalArgumentException("The query has " + query.dimension()
                    + " dimensions, but the index holds vectors of " + dimension + ".");
        }
        boolean hasDirection = query.cosineDistance(query).isPresent();
        return count <= 0 || !hasDirection
                ? List.of()
                : reading(() -> new ChunkVectors(searcher).nearest(query, count, ofChunks(filter)));
    }

    private static Query ofChunks(CodeFilter filter) {
        return CodeFilterQuery.of(filter, CodeDocuments.ORDINARY, CodeDocuments.LESSER);
    }

    @Override
    public List<CodeFileId> filesThatMayHold(
            Collection<String> pieces, CodeFilter filter, @Nullable CodeFileId after, int limit) {
        CodeFilter ofFiles = new CodeFilter(filter.language(), null, filter.repository(), filter.filePath());
        Query query = HoldingFiles.query(pieces, CodeFilterQuery.of(ofFiles, CodeDocuments.WHOLE));
        return reading(() -> searcher.search(query, new HoldingFiles())).stream()
                .filter(id -> after == null || id.compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public Set<CodeFileId> absent(Collection<CodeFileId> ids) {
        return reading(() -> IdLookup.absent(ids, CodeDocuments.FILE, Keys::of, held.reader()));
    }

    @Override
    public int countChunks() {
        return reading(() -> searcher.count(ofChunks(CodeFilter.ALL)));
    }

    @Override
    public Coverage coverage(CodeFilter filter) {
        Query wanting = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(CodeDocuments.WANTS, CodeDocuments.VECTOR)), Occur.FILTER)
                .add(ofChunks(filter), Occur.FILTER)
                .build();
        Query made = new BooleanQuery.Builder()
                .add(wanting, Occur.FILTER)
                .add(new FieldExistsQuery(CodeDocuments.VECTOR), Occur.FILTER)
                .build();
        return reading(() -> new Coverage(searcher.count(wanting), searcher.count(made)));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T reading(Reading<T> reading) {
        if (held.isClosed()) {
            throw new AlreadyClosedException("The snapshot is closed.");
        }
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException("The index could not be read: " + e, e);
        }
    }

    @Override
    public void close() {
        held.close();
    }
}
