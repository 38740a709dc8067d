package io.mnemolite.core.code.search;

import io.mnemolite.core.code.search.WeightedFusion.Fused;
import io.mnemolite.core.code.store.ChunkInFile;
import io.mnemolite.core.code.store.CodeChunkId;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.deadline.Aside;
import io.mnemolite.core.embedding.Embedder;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.search.IndexAvailability;
import io.mnemolite.core.timing.Phase;
import io.mnemolite.core.timing.RequestPhases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Searches the index for identities and the store for their rows. */
public final class IndexedCodeSearch implements CodeSearch {

    /** The share of chunks that have their vectors, below which the vector channel does not answer beside the lexical one. */
    private static final double LEAST_COVERAGE = 0.5;

    private final CodeStore store;
    private final CodeIndex index;
    private final IndexAvailability availability;
    private final Embedder embedder;

    public IndexedCodeSearch(CodeStore store, CodeIndex index, IndexAvailability availability, Embedder embedder) {
        this.store = store;
        this.index = index;
        this.availability = availability;
        this.embedder = embedder;
    }

    /**
     * A query's vector, or why there is none.
     *
     * @param isAble whether there is one, or could be
     * @param nanos that the model took
     */
    private record QueryVector(
            @Nullable EmbeddingVector vector,
            boolean isAble,
            @Nullable String missing,
            long nanos) {

        static QueryVector of(@Nullable EmbeddingVector vector) {
            return new QueryVector(vector, vector != null, null, 0);
        }
    }

    @Override
    public CodeAnswer search(CodeQuery query) {
        availability.requireReady();
        // A search by meaning alone holds no snapshot while the model works.
        QueryVector alone = query.isVector() && !query.isLexical() ? vector(query) : null;
        try (CodeSnapshot snapshot = RequestPhases.timed(Phase.INDEX, index::snapshot)) {
            // Asked again with the snapshot in hand: a rebuild that cleared the index before it was taken is known by
            // now.
            availability.requireReady();
            return RequestPhases.timed(Phase.INDEX, () -> answer(query, alone, snapshot));
        }
    }

    /** Words are looked up while the model works. */
    private Supplier<QueryVector> vectorBesideWords(CodeQuery query, CodeSnapshot snapshot) {
        if (!query.isVector()) {
            return () -> QueryVector.of(null);
        }
        if (query.vector() != null) {
            return () -> QueryVector.of(query.vector());
        }
        String tooFew = tooFewVectors(query, snapshot);
        return tooFew == null ? Aside.begin(() -> vector(query))::await : () -> new QueryVector(null, true, tooFew, 0);
    }

    private QueryVector vector(CodeQuery query) {
        if (query.vector() != null) {
            return QueryVector.of(query.vector());
        }
        String text = query.text();
        if (text == null) {
            throw new IllegalStateException("A query without a text has a vector");
        }
        long start = System.nanoTime();
        try {
            return new QueryVector(embedder.embed(text), true, null, System.nanoTime() - start);
        } catch (MnemoliteException e) {
            boolean canDoWithout = e.code() == ErrorCode.UNAVAILABLE || e.code() == ErrorCode.INVALID_VALUE;
            if (!query.isLexical() || !canDoWithout) {
                throw e;
            }
            return new QueryVector(null, false, e.sentence(), System.nanoTime() - start);
        }
    }

    private CodeAnswer answer(CodeQuery query, @Nullable QueryVector alone, CodeSnapshot snapshot) {
        int pool = query.pool();
        Supplier<QueryVector> pending = alone == null ? vectorBesideWords(query, snapshot) : () -> alone;
        long start = System.nanoTime();
        String text = query.text();
        List<ChunkCandidate> lexical =
                query.isLexical() && text != null ? snapshot.lexical(text, pool, query.filter()) : null;
        long afterLexical = System.nanoTime();
        QueryVector target = pending.get();
        long afterModel = System.nanoTime();
        EmbeddingVector vector = target.vector();
        List<ChunkCandidate> nearest = vector == null ? null : snapshot.nearest(vector, pool, query.filter());
        long afterNearest = System.nanoTime();
        List<Fused> fused = WeightedFusion.fuse(
                lexical == null ? List.of() : lexical,
                nearest == null ? List.of() : lexical == null ? nearest : WeightedFusion.demoted(nearest),
                query.weights());
        long afterFusion = System.nanoTime();
        return new CodeAnswer(
                hits(fused, query.limit()),
                lexical == null ? null : lexical.size(),
                nearest == null ? null : nearest.size(),
                fused.size(),
                target.isAble(),
                target.missing(),
                new CodeAnswer.Times(
                        lexical == null ? null : Duration.ofNanos(afterLexical - start),
                        nearest == null ? null : Duration.ofNanos(afterNearest - afterModel + target.nanos()),
                        Duration.ofNanos(afterFusion - afterNearest)));
    }

    /** Why ranks by meaning would mislead beside ranks by words; null when they would not. */
    private static @Nullable String tooFewVectors(CodeQuery query, CodeSnapshot snapshot) {
        CodeSnapshot.Coverage coverage = snapshot.coverage(query.filter());
        return coverage.made() < coverage.wanted() * LEAST_COVERAGE
                ? "Only " + coverage.made() + " of " + coverage.wanted()
                        + " chunks have their vectors yet, so the words alone answered."
                : null;
    }

    private List<CodeHit> hits(List<Fused> ranking, int limit) {
        List<Fused> best = ranking.subList(0, Math.min(limit, ranking.size()));
        Map<CodeChunkId, ChunkInFile> rows = HashMap.newHashMap(best.size());
        store.findChunks(best.stream().map(Fused::id).toList())
                .forEach(found -> rows.put(found.chunk().id(), found));
        List<CodeHit> hits = new ArrayList<>(best.size());
        for (Fused place : best) {
            ChunkInFile found = rows.get(place.id());
            // Gone since the snapshot: a newer truth than the one asked for.
            if (found != null) {
                hits.add(new CodeHit(found, place));
            }
        }
        return hits;
    }
}
