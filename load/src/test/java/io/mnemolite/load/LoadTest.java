package io.mnemolite.load;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("normal ", "stress ", "spike ", "smoke ", "page ");
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
        assertThat(err.toString(StandardCharsets.UTF_8)).endsWith("run ./dev load normal, stress or spike first.\n");
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
                .doesNotContain("## stress");
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
        List<Share> shares = List.of(
                new Share("find", Area.SEARCH, 750, false, random -> {
                    throw new IllegalStateException();
                }),
                new Share("keep", Area.EVENTS, 250, true, random -> {
                    throw new IllegalStateException();
                }));
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
