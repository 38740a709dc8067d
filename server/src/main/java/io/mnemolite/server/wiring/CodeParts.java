package io.mnemolite.server.wiring;

import io.mnemolite.cache.Caches;
import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.graph.GraphConstruction;
import io.mnemolite.core.code.graph.ParsedTextFacts;
import io.mnemolite.core.code.graph.StoredCodeGraph;
import io.mnemolite.core.code.indexing.CodeFileSource;
import io.mnemolite.core.code.indexing.CodeIndexer;
import io.mnemolite.core.code.indexing.CodeIndexing;
import io.mnemolite.core.code.indexing.CodeVectors;
import io.mnemolite.core.code.indexing.CodeVerification;
import io.mnemolite.core.code.indexing.IndexingTimes;
import io.mnemolite.core.code.indexing.ParsingThreads;
import io.mnemolite.core.code.parsing.SourceParser;
import io.mnemolite.core.code.search.CodeFilter;
import io.mnemolite.core.code.search.CodeSearch;
import io.mnemolite.core.code.search.CodeSnapshot;
import io.mnemolite.core.code.search.CodeSnapshot.Coverage;
import io.mnemolite.core.code.search.IndexedCodeSearch;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.IndexedCodeFile;
import io.mnemolite.core.code.text.IndexedTextSearch;
import io.mnemolite.core.code.text.TextSearch;
import io.mnemolite.core.embedding.InteractiveEmbedder;
import io.mnemolite.core.event.WriteRoom;
import io.mnemolite.core.indexing.ChangeApplier;
import io.mnemolite.core.indexing.Indexing;
import io.mnemolite.core.indexing.VectorBackfill;
import io.mnemolite.lucene.code.LuceneCodeIndex;
import io.mnemolite.lucene.pattern.LinearPatterns;
import io.mnemolite.parsing.TreeSitterSourceParser;
import io.mnemolite.postgres.PostgresStore;
import io.mnemolite.server.config.Configuration;
import java.time.Clock;
import java.util.Optional;

/** The parts of a running server that know code, in start order. */
final class CodeParts implements AutoCloseable {

    private final LuceneCodeIndex index;
    private final ParsingThreads threads;
    private final IndexingTimes times = new IndexingTimes();
    private final Indexing<CodeFileId, IndexedCodeFile> tailing;
    private final GraphConstruction construction;
    private final CodeGraph graph;
    private final CodeIndexing indexing;
    private final CodeSearch search;
    private final TextSearch textSearch;
    private final VectorBackfill backfill;
    private final CodeVerification verification;

    CodeParts(
            Configuration configuration,
            PostgresStore store,
            InteractiveEmbedder embedder,
            Caches caches,
            WriteRoom room) {
        this.index = LuceneCodeIndex.open(
                configuration.storage().index().resolve("code"),
                embedder.space().dimension(),
                configuration.index().ramBufferBytes());
        CodeFileSource source =
                new CodeFileSource(store.code(), embedder.space().model());
        ChangeApplier<CodeFileId, IndexedCodeFile> applier = new ChangeApplier<>(source, index);
        this.tailing = new Indexing<>(
                source,
                store.codeChanges(),
                index,
                applier,
                caches.codeListener(),
                configuration.index().pollInterval(),
                configuration.index().commitInterval());
        this.threads = new ParsingThreads(Runtime.getRuntime().availableProcessors());
        SourceParser parser = times.timed(
                new TreeSitterSourceParser(configuration.storage().runtime().resolve("tree-sitter")));
        this.construction = new GraphConstruction(
                store.codeGraph(),
                threads,
                new ParsedTextFacts(store.code(), parser),
                times,
                caches.codeGraphListener());
        this.graph = caches.cached(new StoredCodeGraph(store.codeGraph()));
        CodeIndexing coherent = caches.coherentCode(new CodeIndexer(
                store.code(), parser, threads, times.timed(applier), construction, Clock.systemUTC(), room));
        CodeVectors vectors = new CodeVectors(store.code(), embedder, coherent);
        this.indexing = vectors.toldBy(coherent);
        this.search = caches.cachedCode(new IndexedCodeSearch(store.code(), index, tailing, embedder));
        this.textSearch = new IndexedTextSearch(store.code(), index, tailing, new LinearPatterns());
        this.backfill = new VectorBackfill("code-vectors", vectors, VectorBackfill.IDLE);
        this.verification = new CodeVerification(source, index, tailing);
    }

    void start() {
        tailing.start();
        backfill.start();
    }

    @Override
    public void close() {
        backfill.close();
        threads.close();
        tailing.close();
        index.close();
    }

    Indexing<CodeFileId, IndexedCodeFile> tailing() {
        return tailing;
    }

    /** Why vectors cannot be made at the moment; empty while they can. */
    Optional<String> vectorFailure() {
        return backfill.failure();
    }

    CodeVerification verification() {
        return verification;
    }

    long indexBytes() {
        return index.sizeInBytes();
    }

    int vectorsAwaited() {
        try (CodeSnapshot snapshot = index.snapshot()) {
            Coverage coverage = snapshot.coverage(CodeFilter.ALL);
            return coverage.wanted() - coverage.made();
        }
    }

    IndexingTimes times() {
        return times;
    }

    CodeIndexing indexing() {
        return indexing;
    }

    GraphConstruction construction() {
        return construction;
    }

    CodeGraph graph() {
        return graph;
    }

    CodeSearch search() {
        return search;
    }

    TextSearch textSearch() {
        return textSearch;
    }
}
