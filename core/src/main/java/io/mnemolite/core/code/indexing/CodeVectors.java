package io.mnemolite.core.code.indexing;

import io.mnemolite.core.code.EmbeddingText;
import io.mnemolite.core.code.store.CodeChunk;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.CodeStore;
import io.mnemolite.core.code.store.FileState;
import io.mnemolite.core.code.store.Removal;
import io.mnemolite.core.code.store.TextVector;
import io.mnemolite.core.embedding.Embedder;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.embedding.InteractiveEmbedder;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.indexing.VectorWork;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Makes the vectors that the texts of chunks await, and steps back while a request embeds. To be used by one thread.
 */
public final class CodeVectors implements VectorWork {

    private static final int TEXTS_AT_ONCE = 16;
    private static final int READ_AT_ONCE = 1_000;
    private static final Duration LONGEST_STEP_BACK = Duration.ofMillis(250);

    /** Finding out that nothing is awaited reads every chunk, so it is not done every second for what other nodes write. */
    private static final Duration LOOKED_FOR_EVERY = Duration.ofMinutes(1);

    private final CodeStore store;
    private final InteractiveEmbedder interactive;
    private final CodeIndexing indexing;
    private final Embedder embedder;
    private final String model;
    private final Deque<CodeChunk> awaiting = new ArrayDeque<>();
    private volatile boolean mayAwait = true;

    /** Where the last look ended; null before the first and after the last one of a pass over all that is awaited. */
    private @Nullable CodeChunk passed;

    private long lookedAt = System.nanoTime();

    /** @param interactive what requests embed with */
    public CodeVectors(CodeStore store, InteractiveEmbedder interactive, CodeIndexing indexing) {
        this.store = store;
        this.interactive = interactive;
        this.indexing = indexing;
        this.embedder = interactive.delegate();
        this.model = embedder.space().model();
    }

    /** The indexing whose requests wake this up when they are done. */
    public CodeIndexing toldBy(CodeIndexing indexed) {
        return new CodeIndexing() {
            @Override
            public IndexOutcome index(IndexRequest request) {
                try {
                    return indexed.index(request);
                } finally {
                    mayAwait = true;
                }
            }

            @Override
            public boolean isCurrent(FileState state) {
                return indexed.isCurrent(state);
            }

            @Override
            public Removal removeRepository(String repository) {
                return indexed.removeRepository(repository);
            }

            @Override
            public List<CodeFileId> keepVectors(String toModel, Collection<TextVector> vectors) {
                return indexed.keepVectors(toModel, vectors);
            }
        };
    }

    @Override
    public OptionalInt settleSome() {
        if (awaiting.isEmpty()) {
            look();
        }
        if (awaiting.isEmpty()) {
            return OptionalInt.empty();
        }
        List<TextVector> made = new ArrayList<>();
        try {
            while (made.size() < TEXTS_AT_ONCE && !awaiting.isEmpty()) {
                CodeChunk chunk = awaiting.getFirst();
                interactive.awaitQuiet(LONGEST_STEP_BACK);
                made.add(new TextVector(chunk.textHash(), embed(EmbeddingText.of(chunk.chunk()))));
                awaiting.removeFirst();
            }
        } catch (MnemoliteException e) {
            if (made.isEmpty()) {
                throw e;
            }
            // What was made is kept; the next round meets the failure first.
        }
        keep(made);
        return OptionalInt.of(made.size());
    }

    private void keep(List<TextVector> made) {
        try {
            indexing.keepVectors(model, made);
        } catch (RuntimeException e) {
            // They are awaited still, and have left the queue.
            mayAwait = true;
            throw e;
        }
    }

    private void look() {
        if (passed != null) {
            read();
        }
        if (awaiting.isEmpty() && (mayAwait || System.nanoTime() - lookedAt >= LOOKED_FOR_EVERY.toNanos())) {
            // Before it is read: what is written meanwhile sets it again.
            mayAwait = false;
            read();
        }
    }

    /** The next of a pass, so that none looks again at what those before it have settled. */
    private void read() {
        try {
            awaiting.addAll(store.awaitingVector(model, passed, READ_AT_ONCE));
            passed = awaiting.peekLast();
            lookedAt = System.nanoTime();
        } catch (RuntimeException e) {
            mayAwait = true;
            throw e;
        }
    }

    /** Null when the model refuses the text for good. */
    private @Nullable EmbeddingVector embed(String text) {
        try {
            return embedder.embed(text);
        } catch (MnemoliteException e) {
            if (e.code() == ErrorCode.INVALID_VALUE) {
                return null;
            }
            throw e;
        }
    }
}
