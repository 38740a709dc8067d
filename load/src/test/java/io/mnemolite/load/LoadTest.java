package io.mnemolite.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.load.result.Comparison;
import io.mnemolite.load.result.Connections;
import io.mnemolite.load.result.Measurement;
import io.mnemolite.load.result.Phase;
import io.mnemolite.load.result.PhaseResult;
import io.mnemolite.load.result.Sample;
import io.mnemolite.load.result.Sample.Outcome;
import io.mnemolite.load.result.Summary;
import io.mnemolite.load.result.Tally;
import io.mnemolite.load.result.Verdict;
import io.mnemolite.load.server.Api;
import io.mnemolite.load.server.CacheFigures;
import io.mnemolite.load.traffic.Area;
import io.mnemolite.load.traffic.Share;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path project = Path.of("");

    @Test
    void run_help_listsEveryScenario() throws IOException {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("normal ", "stress ", "spike ", "optimization ", "overload ", "smoke ", "page ");
    }

    @Test
    void run_wrongArguments_exitCodeTwoAndTheHelp() throws IOException {
        assertThat(run("normal", "--rate", "many")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("--rate is 'many';")
                .contains("./dev load page");
    }

    @Test
    void run_nobodyListens_exitCodeOneAndTheAddress() throws IOException {
        // Port 1 is reserved, and nothing that a machine runs by itself listens there.
        assertThat(run("normal", "--url", "http://127.0.0.1:1")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("http://127.0.0.1:1/v1/code/index/status got no answer");
    }

    @Test
    void page_noSummary_saysWhatToRun() throws IOException {
        assertThat(run("page")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .endsWith("run ./dev load normal, stress, spike, overload or optimization first.\n");
    }

    @Test
    void page_summaries_areOnePage() throws IOException {
        summary("normal").write(project.resolve("target/load"));
        Summary spike = summary("spike");
        spike.root()
                .putObject("spike")
                .put("knee", 200)
                .put("peak_wanted_multiple", 5.0)
                .put("peak_sent_multiple", 3.8)
                .put("peak_reached", false);
        spike.write(project.resolve("target/load"));
        assertThat(run("page")).isZero();
        assertThat(Files.readString(project.resolve("docs/benchmarks/load.md")))
                .contains(
                        "## normal: mixed traffic",
                        "revision abc1234",
                        "Model: real (bge). ",
                        "- kept: It is quick.",
                        "- **missed**: It is right.",
                        "- failure: 1 × find: status 500",
                        "With 25.0 % writes: searches 1.5/s, search cache 75.0 % hits",
                        "| search | 3 | 1.5 | 1 | 0 | 10.0 | 20.0 | 20.0 |",
                        "| keep (write) | 1 | 0.5 | 0 | 1 | 0.0 | 0.0 | 0.0 |",
                        "| all | 4 | 2.0 | 1 | 1 | 10.0 | 20.0 | 20.0 |",
                        "The knee is 200/s; the peak is 5.0 times that, which was not reached: the generator sent 3.8"
                                + " times.",
                        "| steady | 2 | 10 | 2 (not reached) | 1 | 1 | 1 | 10.0 | 20.0 |")
                .doesNotContain("## stress", "## overload");
        assertThat(project.resolve("docs/benchmarks/optimization.md")).doesNotExist();
    }

    @Test
    void page_overload_hasALineForEachPeak() throws IOException {
        Summary overload = summary("overload");
        overload.root()
                .putObject("overload")
                .put("knee", 40)
                .put("peak_goodput", 50.5)
                .put("refusals", 300)
                .put("refusals_within_5_ms_by_the_server", 299)
                .putArray("peaks")
                .addObject()
                .put("multiple", 10)
                .put("sent_rate", 380)
                .put("goodput", 45.5)
                .put("refused", 300)
                .put("refusal_p95_ms", 2.5)
                .put("refusal_p99_ms", 4.5)
                .put("health_p99_ms", 33.3)
                .putNull("seconds_to_usual_p99");
        overload.write(project.resolve("target/load"));
        assertThat(run("page")).isZero();
        assertThat(Files.readString(project.resolve("docs/benchmarks/load.md")))
                .contains(
                        "## overload: 2, 5 and 10 times the knee on one core",
                        "The knee is 40/s in this arrangement",
                        "299 of 300 refusals took at most 5 ms by the server's own clock",
                        "| 10 | 380 (not reached) | 45.5 | 300 | 2.5 | 4.5 | 33.3 | not seen |");
    }

    @Test
    void page_optimization_saysWhereItIsNotBetter() throws IOException {
        Summary optimization = new Summary("optimization", "2026-01-01T00:00:00Z", List.of(), List.of());
        optimization.environment().put("users", 50).put("rounds", 2);
        List<Share> shares = List.of(share("find", Area.SEARCH, false), share("keep", Area.EVENTS, true));
        Comparison.put(
                optimization.root().withArray("mixes").addObject(),
                "normal",
                shares,
                measurement(20, 3).plus(measurement(20, 4)),
                measurement(10, 5).plus(measurement(10, 9)));
        optimization.write(project.resolve("target/load"));
        assertThat(run("page")).isZero();
        assertThat(Files.readString(project.resolve("docs/benchmarks/optimization.md")))
                .contains(
                        "50 users; each configuration 2 × ",
                        "## normal: 25.0 % writes",
                        "| search p50 ms | 20.0 | 10.0 | 0.50 |",
                        "| event by id p95 ms | 0.0 | 0.0 |  |",
                        "| answered/s | 1.0 | 1.0 | 1.00 |",
                        "| answered/s in each round | 1.0, 1.0 | 1.0, 1.0 | |",
                        "| event cache hits | 75.0 % | 75.0 % | |",
                        "| search cache hits | not asked | not asked | |",
                        "| connections in use, median and highest | 3, 4 of 2 looks | 5, 9 of 2 looks | |",
                        "After is **not** better in: event by id p95 ms, answered/s.");
        assertThat(project.resolve("docs/benchmarks/load.md")).doesNotExist();
    }

    /** One search within a second. */
    private static Measurement measurement(int millis, int connections) {
        CacheFigures.Reads none = new CacheFigures.Reads(0, 0);
        return Measurement.of(
                List.of(new Sample(0, 0, millis * 1_000_000L, Outcome.ANSWERED)),
                1,
                new CacheFigures(new CacheFigures.Reads(3, 1), none, none),
                new Connections(List.of(connections)));
    }

    private static Share share(String kind, Area area, boolean writes) {
        return new Share(kind, area, writes ? 250 : 750, writes, random -> {
            throw new IllegalStateException();
        });
    }

    @Test
    void summary_written_isReadBack() {
        Summary normal = summary("normal");
        normal.write(project);
        assertThat(Summary.read(project, "normal"))
                .hasValue(Api.json(normal.root().toString()));
        assertThat(Summary.read(project, "stress")).isEmpty();
        assertThat(normal.root().path("passed").asBoolean()).isFalse();
    }

    @Test
    void cacheFigures_since_areTheDifference() {
        CacheFigures before = figures(100, 40);
        CacheFigures since = figures(190, 50).since(before);
        assertThat(since.event()).isEqualTo(new CacheFigures.Reads(90, 10));
        assertThat(since.event().hitRate()).isEqualTo(90);
        assertThat(since.search().hitRate()).isZero();
    }

    private static CacheFigures figures(int hits, int misses) {
        return CacheFigures.of(
                Api.json("{\"event_cache\":{\"hits\":" + hits + ",\"misses\":" + misses + "},\"search_cache\":{}}"));
    }

    private static Summary summary(String scenario) {
        List<Share> shares = List.of(share("find", Area.SEARCH, false), share("keep", Area.EVENTS, true));
        List<Sample> samples = List.of(
                new Sample(0, 0, 10_000_000, Outcome.ANSWERED),
                new Sample(0, 1, 20_000_000, Outcome.ANSWERED),
                new Sample(0, 2, 1_000_000, Outcome.REFUSED),
                new Sample(1, 3, 1_000_000, Outcome.FAILED));
        Summary summary = new Summary(
                scenario,
                "2026-01-01T00:00:00Z",
                List.of(new Verdict(true, "It is quick."), new Verdict(false, "It is right.")),
                List.of("1 × find: status 500"));
        summary.environment()
                .put("revision", "abc1234")
                .put("model_kind", "real")
                .put("model", "bge");
        summary.putTraffic(shares, samples, 2);
        PhaseResult steady = new PhaseResult(Phase.constant("steady", 2, 10), Tally.of("steady", 2, samples));
        summary.putPhases(List.of(steady));
        summary.putCaches(new CacheFigures(
                new CacheFigures.Reads(1, 0), new CacheFigures.Reads(3, 1), new CacheFigures.Reads(0, 0)));
        return summary;
    }

    private int run(String... arguments) throws IOException {
        return Load.run(
                project,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
    }
}
