package io.mnemolite.embedding.onnx;

import io.mnemolite.core.embedding.Embedder;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Embeds with a model that runs in this process. Nothing is read or unpacked before the first use; nothing is ever
 * downloaded. A first use that fails is tried again by the next one.
 */
public final class OnnxEmbedder implements Embedder {

    /** Beyond this the parts of so small a model are too small for a core each. */
    private static final int WIDEST = 4;

    /** Characters from which several cores are of use. A shorter text, as most queries are, has its words looked up beside it. */
    private static final int WIDE_TEXT = 200;

    private final ModelSource source;
    private final Path runtimeDirectory;
    private final InferenceThreads threads;
    private final AtomicReference<@Nullable FutureTask<Loaded>> load = new AtomicReference<>();

    private record Loaded(EmbeddingSpace space, OnnxModel model) {}

    private OnnxEmbedder(ModelSource source, Path runtimeDirectory, int threads) {
        this.source = source;
        this.runtimeDirectory = runtimeDirectory;
        this.threads = new InferenceThreads(threads);
    }

    /**
     * The model of the distribution, {@code bge-small-en-v1.5-q} with 384 dimensions.
     *
     * @param runtimeDirectory where the model and the native libraries are unpacked; made when it is missing
     * @param threads how many texts are embedded at once, at least 1
     */
    public static OnnxEmbedder builtIn(Path runtimeDirectory, int threads) {
        return new OnnxEmbedder(new BuiltInModel(runtimeDirectory), runtimeDirectory, threads);
    }

    /**
     * The model in {@code modelDirectory}: {@code model.onnx} (or {@code onnx/model.onnx}, {@code model_quantized.onnx},
     * {@code onnx/model_quantized.onnx}) and {@code tokenizer.json}; optionally {@code 1_Pooling/config.json},
     * {@code config.json} and {@code sentence_bert_config.json}. Its space is known after loading only.
     *
     * @param runtimeDirectory where the native libraries are unpacked; made when it is missing
     * @param threads how many texts are embedded at once, at least 1
     */
    public static OnnxEmbedder directory(Path modelDirectory, Path runtimeDirectory, int threads) {
        return new OnnxEmbedder(new ModelDirectory(modelDirectory), runtimeDirectory, threads);
    }

    /**
     * Loads the model, so that the first text does not wait for it.
     *
     * @throws MnemoliteException with {@link ErrorCode#CONFIGURATION} when the model's files or this platform do not
     *     allow it, with {@link ErrorCode#UNAVAILABLE} when a file cannot be written or read now
     */
    public void warmUp() {
        loaded();
    }

    @Override
    public EmbeddingSpace space() {
        return source.knownSpace().orElseGet(() -> loaded().space());
    }

    @Override
    public List<EmbeddingVector> embed(List<String> texts) {
        List<String> all = List.copyOf(texts);
        if (all.isEmpty()) {
            return List.of();
        }
        OnnxModel model = loaded().model();
        List<EmbeddingVector> vectors = new ArrayList<>(all.size());
        Queue<Future<EmbeddingVector>> begun = new ArrayDeque<>();
        Iterator<String> rest = all.iterator();
        boolean isWide = all.size() == 1 && all.getFirst().length() >= WIDE_TEXT && threads.areIdle();
        try {
            while (vectors.size() < all.size()) {
                // Two for each thread keep the threads busy; more would let a long list delay everybody else's query.
                while (rest.hasNext() && begun.size() < 2 * threads.count()) {
                    String text = rest.next();
                    FutureTask<EmbeddingVector> task =
                            new FutureTask<>(() -> isWide ? model.embedWide(text) : model.embed(text));
                    threads.begin(task);
                    begun.add(task);
                }
                vectors.add(InferenceThreads.await(begun.element()));
                begun.remove();
            }
            return List.copyOf(vectors);
        } finally {
            begun.forEach(text -> text.cancel(false));
        }
    }

    /** The model; whoever comes first begins to load it, on a thread of its own, and all wait for the same load. */
    private Loaded loaded() {
        FutureTask<Loaded> running = load.get();
        if (running == null) {
            FutureTask<Loaded> begun = new FutureTask<>(this::load);
            running = load.compareAndExchange(null, begun);
            if (running == null) {
                running = begun;
                try {
                    threads.begin(begun);
                } catch (MnemoliteException e) {
                    begun.cancel(false);
                    throw e;
                }
            }
        }
        return InferenceThreads.await(running);
    }

    private Loaded load() {
        boolean done = false;
        try {
            NativeLibraries.load(runtimeDirectory);
            ModelFiles files = source.files();
            String identity = source.identity(files);
            OnnxModel model = OnnxModel.load(files, Math.min(threads.count(), WIDEST));
            Loaded loaded = new Loaded(new EmbeddingSpace(identity, model.dimension()), model);
            done = true;
            return loaded;
        } finally {
            if (!done) {
                load.set(null);
            }
        }
    }

    /** Gives up what waits, waits for the texts being embedded, at most 0.1 s each, and frees the model. */
    @Override
    public void close() {
        boolean idle = threads.close();
        FutureTask<Loaded> last = load.getAndSet(null);
        // Memory that a native call still uses must not be freed; then it is left to the end of the process.
        if (idle && last != null && last.state() == Future.State.SUCCESS) {
            last.resultNow().model().close();
        }
    }
}
