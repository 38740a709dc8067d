package io.mnemolite.benchmarks;

import io.mnemolite.benchmarks.harness.Folder;
import io.mnemolite.benchmarks.harness.Numbers;
import io.mnemolite.benchmarks.harness.Report;
import io.mnemolite.benchmarks.harness.Scenario;
import io.mnemolite.benchmarks.harness.Server;
import io.mnemolite.benchmarks.harness.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From the creation of the process to the line that says where it listens. */
final class Starts implements Scenario {

    private static final Duration LONGEST_TRAINING = Duration.ofMinutes(4);

    @Override
    public String title() {
        return "start: the packaged server, real model";
    }

    @Override
    public String measure(Settings settings) {
        int times = settings.pick(5, 11);
        Path home = Corpus.emptyHome(settings, "start");
        Path cache = settings.work().resolve("start.aot");
        Folder.delete(cache);
        try {
            double first = start(settings, home);
            List<Double> later = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                later.add(start(settings, home));
            }
            double training = train(settings, home, cache);
            List<Double> cached = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                cached.add(start(settings, home, "-XX:AOTCache=" + cache, "-Dmnemolite.aot-cache=" + cache));
            }
            return "Files are in the page cache; the build is done. PostgreSQL's start is part of it, on the first start also"
                    + " unpacking and initdb.\n\n"
                    + "| | seconds, median | each | promised |\n|---|---|---|---|\n"
                    + row("first start on an empty home", List.of(first), 6.0)
                    + row("later starts", later, 2.5)
                    + row("with the AOT cache", cached, 1.5)
                    + String.format(
                            Locale.ROOT,
                            "%nThe AOT cache (%.0f MB) was there %.0f s after the server listened; it waits 10 s before it begins.%n",
                            cache.toFile().length() / 1e6,
                            training);
        } finally {
            Folder.delete(home);
            Folder.delete(cache);
        }
    }

    private static String row(String name, List<Double> seconds, double promise) {
        double median = Numbers.median(seconds);
        return String.format(
                Locale.ROOT,
                "| %s | **%.2f** | %s | ≤ %.1f: %s |%n",
                name,
                median,
                Numbers.list(seconds, "%.2f"),
                promise,
                Report.verdict(median <= promise));
    }

    private static double start(Settings settings, Path home, String... flags) {
        try (Server server = Server.start(settings, home, Server.Embedding.REAL, flags)) {
            return server.startTime().toMillis() / 1e3;
        }
    }

    /** Has a running server make the cache; seconds until the file is there. */
    private static double train(Settings settings, Path home, Path cache) {
        try (Server server = Server.start(settings, home, Server.Embedding.REAL, "-Dmnemolite.aot-cache=" + cache)) {
            long start = System.nanoTime();
            while (!Files.exists(cache)) {
                if (System.nanoTime() - start > LONGEST_TRAINING.toNanos()
                        || !server.handle().isAlive()) {
                    throw new IllegalStateException("The server made no AOT cache; its log is in " + settings.work());
                }
                Corpus.pause(Duration.ofMillis(200));
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
