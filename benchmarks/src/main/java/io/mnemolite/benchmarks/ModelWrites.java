package io.mnemolite.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.benchmarks.harness.Api;
import io.mnemolite.benchmarks.harness.ClosedLoop;
import io.mnemolite.benchmarks.harness.Folder;
import io.mnemolite.benchmarks.harness.Numbers;
import io.mnemolite.benchmarks.harness.RawRequest;
import io.mnemolite.benchmarks.harness.Report;
import io.mnemolite.benchmarks.harness.Scenario;
import io.mnemolite.benchmarks.harness.Server;
import io.mnemolite.benchmarks.harness.Settings;
import io.mnemolite.embedding.onnx.OnnxEmbedder;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Writes that the built-in model embeds, against the model alone with the same texts, in interleaved pairs. */
final class ModelWrites implements Scenario {

    private static final int BATCH = 50;
    private static final int CONNECTIONS = 2;
    private static final double PROMISE = 0.80;

    @Override
    public String title() {
        return "model-writes: durable writes, real model";
    }

    @Override
    public String measure(Settings settings) {
        Path home = Corpus.emptyHome(settings, "model-writes");
        int pairs = settings.pick(5, 9);
        int count = BATCH * settings.pick(8, 20);
        List<Double> server = new ArrayList<>();
        List<Double> alone = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        long withoutVector;
        try (Server product = Server.start(settings, home, Server.Embedding.REAL);
                OnnxEmbedder model = OnnxEmbedder.builtIn(
                        settings.work().resolve("model"), Runtime.getRuntime().availableProcessors())) {
            Texts texts = new Texts(3);
            model.embed(texts(texts, count));
            write(product, texts(texts, count));
            for (int i = 0; i < pairs; i++) {
                List<String> same = texts(texts, count);
                if (i % 2 == 0) {
                    server.add(write(product, same));
                    alone.add(embed(model, same));
                } else {
                    alone.add(embed(model, same));
                    server.add(write(product, same));
                }
                ratios.add(server.getLast() / alone.getLast());
            }
            withoutVector = countWithoutVector(product.api());
        } finally {
            Folder.delete(home);
        }
        double ratio = Numbers.median(ratios);
        return String.format(
                        Locale.ROOT,
                        "%d interleaved pairs of %d sentences: POST /v1/events/batch with %d at %d connections, and the same model with"
                                + " the same number of threads in this program, fed the same sentences.%n%n",
                        pairs,
                        count,
                        BATCH,
                        CONNECTIONS)
                + String.format(
                        Locale.ROOT,
                        "- Server: %.0f events/s (%s)%n- Model alone: %.0f texts/s (%s)%n",
                        Numbers.median(server),
                        Numbers.list(server, "%.0f"),
                        Numbers.median(alone),
                        Numbers.list(alone, "%.0f"))
                + String.format(
                        Locale.ROOT,
                        "- Median of the pairs' ratios **%.2f** (%s), promised at least %.2f: %s.%n"
                                + "- Of the newest 100 events %d had no vector when they were stored or looked up.%n",
                        ratio,
                        Numbers.list(ratios, "%.2f"),
                        PROMISE,
                        Report.verdict(ratio >= PROMISE),
                        withoutVector);
    }

    private static List<String> texts(Texts texts, int count) {
        List<String> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(texts.sentence());
        }
        return list;
    }

    /** Events per second. */
    private static double write(Server product, List<String> texts) {
        Corpus corpus = new Corpus(4);
        Iterator<String> rest = texts.iterator();
        Supplier<ByteBuffer> batches =
                () -> RawRequest.post("/v1/events/batch", Corpus.batch(BATCH, () -> corpus.event(rest.next())));
        return BATCH
                * ClosedLoop.run(product.port(), CONNECTIONS, Duration.ofMinutes(5), texts.size() / BATCH, batches)
                        .perSecond();
    }

    /** Texts per second. */
    private static double embed(OnnxEmbedder model, List<String> texts) {
        long start = System.nanoTime();
        model.embed(texts);
        return texts.size() / ((System.nanoTime() - start) / 1e9);
    }

    private static long countWithoutVector(Api api) {
        long count = 0;
        for (JsonNode event : api.get("/v1/events?limit=100").path("events")) {
            count += event.path("embedding").isNull() ? 1 : 0;
        }
        return count;
    }
}
