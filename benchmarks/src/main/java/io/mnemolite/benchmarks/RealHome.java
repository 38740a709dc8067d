package io.mnemolite.benchmarks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.benchmarks.harness.Folder;
import io.mnemolite.benchmarks.harness.Server;
import io.mnemolite.benchmarks.harness.Settings;
import io.mnemolite.core.embedding.EmbeddingVector;
import io.mnemolite.embedding.onnx.OnnxEmbedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A home whose server runs the real model and whose index is full. Embedding every text would take longer than all the
 * rest, so the events come with vectors: each text is two sentences of a pool that the real model embeds before, its
 * vector the normalised mean of theirs. They lie where the model's own vectors lie; queries are embedded by the server.
 */
final class RealHome {

    static final String EXPLANATION =
            "Events are two sentences of a pool of 2,000 each; the pool is embedded by the real"
                    + " model, an event's vector is the normalised mean of its two sentences' and is given by the client."
                    + " Queries are embedded by the server.";

    private static final int POOL = 2_000;

    private final Settings settings;
    private final Path path;
    private final Path marker;

    RealHome(Settings settings) {
        this.settings = settings;
        this.path = settings.work().resolve("real-" + settings.events());
        this.marker = settings.work().resolve(path.getFileName() + ".ready");
    }

    Path path() {
        return path;
    }

    /** Where the search index of events lies. */
    Path index() {
        return path.resolve("index").resolve("events");
    }

    static OnnxEmbedder model(Settings settings) {
        return OnnxEmbedder.builtIn(
                settings.work().resolve("model"), Runtime.getRuntime().availableProcessors());
    }

    /** Fills it, unless a former scenario has. */
    void prepare() {
        if (Files.exists(marker)) {
            return;
        }
        remove();
        Texts texts = new Texts(1);
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < POOL; i++) {
            sentences.add(texts.sentence());
        }
        List<EmbeddingVector> vectors;
        try (OnnxEmbedder model = model(settings)) {
            vectors = model.embed(sentences);
        }
        Corpus corpus = new Corpus(1);
        Random random = new Random(2);
        try (Server server = Server.start(settings, path, Server.Embedding.REAL)) {
            Corpus.load(server, settings.events(), () -> {
                int first = random.nextInt(POOL);
                int second = random.nextInt(POOL);
                ObjectNode event = corpus.event(sentences.get(first) + " " + sentences.get(second));
                mean(vectors.get(first), vectors.get(second), event.putArray("embedding"));
                return event;
            });
            Files.createFile(marker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(marker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Folder.delete(path);
    }

    private static void mean(EmbeddingVector first, EmbeddingVector second, ArrayNode target) {
        double squares = 0;
        for (int i = 0; i < first.dimension(); i++) {
            squares += Math.pow(first.get(i) + second.get(i), 2);
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < first.dimension(); i++) {
            // Five digits are more than the int8 model knows.
            target.add(Math.round((first.get(i) + second.get(i)) / length * 1e5) / 1e5);
        }
    }
}
