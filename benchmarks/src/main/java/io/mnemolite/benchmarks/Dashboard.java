package io.mnemolite.benchmarks;

import io.mnemolite.benchmarks.harness.ClosedLoop;
import io.mnemolite.benchmarks.harness.RawRequest;
import io.mnemolite.benchmarks.harness.Report;
import io.mnemolite.benchmarks.harness.Scenario;
import io.mnemolite.benchmarks.harness.Server;
import io.mnemolite.benchmarks.harness.Settings;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** The first page that people see, on a full store, each time after a write, so that no cached answer is true any more. */
final class Dashboard implements Scenario {

    private static final double PROMISE_MS = 20;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Corpus corpus = new Corpus(31);

    @Override
    public String title() {
        return "dashboard: the page /ui/ after each write, mock vectors";
    }

    @Override
    public String page() {
        return "issue-4.md";
    }

    @Override
    public String measure(Settings settings) {
        int count = settings.pick(500, 2_000);
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%,d events of 20 projects, 1 connection, %,d pages each after %,d to warm up; each but those of the last row"
                        + " comes after an event that was stored meanwhile. Times are those at the client, from the"
                        + " request to the whole page.%n%n",
                settings.events(),
                count,
                count));
        text.append("| | p50 ms | p95 ms | p99 ms | promised |\n|---|---|---|---|---|\n");
        try (Server server = Server.start(settings, Corpus.emptyHome(settings, "dashboard"), Server.Embedding.MOCK)) {
            Corpus.load(server, settings.events(), corpus::event);
            pages(server, count, "/ui/", true);
            row(text, "`/ui/`", pages(server, count, "/ui/", true));
            row(text, "`/ui/?project=project-7`", pages(server, count, "/ui/?project=project-7", true));
            row(text, "`/ui/?period=24h&type=decision`", pages(server, count, "/ui/?period=24h&type=decision", true));
            row(text, "`/ui/`, nothing stored meanwhile", pages(server, count, "/ui/", false));
        }
        return text.toString();
    }

    private Histogram pages(Server server, int count, String path, boolean isWritten) {
        Histogram micros = new Histogram(60_000_000, 3);
        ByteBuffer page = RawRequest.get(path);
        for (int i = 0; i < count; i++) {
            if (isWritten) {
                one(server, RawRequest.post("/v1/events/", corpus.event().toString()));
            }
            micros.add(one(server, page).micros());
        }
        return micros;
    }

    private static ClosedLoop.Outcome one(Server server, ByteBuffer request) {
        return ClosedLoop.run(server.port(), 1, LONGEST, 1, () -> request);
    }

    private static void row(StringBuilder text, String name, Histogram micros) {
        double p95 = micros.getValueAtPercentile(95) / 1e3;
        text.append(String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | p95 ≤ %.0f: %s |%n",
                name,
                micros.getValueAtPercentile(50) / 1e3,
                p95,
                micros.getValueAtPercentile(99) / 1e3,
                PROMISE_MS,
                Report.verdict(p95 <= PROMISE_MS)));
    }
}
