package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.CommandLineRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProfileTest extends ServerTest {

    private static String report(double rate) {
        return "{\"started_at\":\"2026-05-10T12:00:00Z\",\"seconds\":2.0,\"system\":{\"version\":\"0.1.0\"},"
                + "\"endpoints\":[{\"endpoint\":\"/v1/search\",\"requests\":40,\"failed\":0,\"per_second\":" + rate
                + ",\"mean_ms\":10.0,\"p50_ms\":8.0,\"p95_ms\":20.0,\"p99_ms\":30.0,\"max_ms\":31.0,"
                + "\"phases_ms\":{\"sql\":6.0,\"index\":3.0,\"rest\":1.0}}],"
                + "\"statements\":[{\"statement\":\"select '<b>'\",\"calls\":40,\"total_ms\":240.0,\"mean_ms\":6.0}],"
                + "\"caches\":{\"event\":{\"hits\":3,\"misses\":1,\"items\":1,\"invalidations\":0}},"
                + "\"allocation\":{\"bytes_per_second\":2000000,\"sites\":[{\"method\":\"io.mnemolite.A.b\",\"bytes\":5}]},"
                + "\"execution\":{\"name\":\"all\",\"samples\":10,\"children\":[{\"name\":\"io.mnemolite.A.<init>\","
                + "\"samples\":9,\"children\":[]}]}}";
    }

    @Test
    void profile_isShownAndWritten() throws IOException {
        server.on("POST /performance/profile", 200, report(20));
        Path output = folder.resolve("one");
        Result result = run("profile", "--seconds", "2", "--endpoint", "/v1/search", "--output", output.toString());

        assertThat(result.exitCode()).isZero();
        assertThat(server.requests().getLast().target())
                .isEqualTo("/performance/profile?seconds=2&endpoint=%2Fv1%2Fsearch");
        assertThat(result.out())
                .contains(
                        "/v1/search                             20.0       0     8.0    20.0    30.0  sql 60 %, index 30 %,"
                                + " rest 10 %")
                .contains("       40     240.0      6.00  select '<b>'")
                .contains("Allocated: 2.0 MB/s");
        assertThat(json(Files.readString(Path.of(output + ".json")))
                        .path("seconds")
                        .asDouble())
                .isEqualTo(2);
        assertThat(Files.readString(Path.of(output + ".html")))
                .contains("select '&lt;b&gt;'", "io.mnemolite.A.&lt;init&gt;: 9 samples, 90.0 %", "class=\"own\"")
                .doesNotContain("<init>", "<b>", "src=", "href=");
    }

    @Test
    void reports_areCompared() throws IOException {
        Path before = Files.writeString(folder.resolve("before.json"), report(10));
        Path after = Files.writeString(folder.resolve("after.json"), report(25));
        Result result = run("profile", "--before", before.toString(), "--after", after.toString());

        assertThat(result.out())
                .contains("10.0 > 25.0 (x2.50)")
                .contains("8.0 > 8.0 (x1.00)")
                .containsPattern("mean ms of sql +6.0 > 6.0 \\(x1.00\\)")
                .containsPattern("40.0 > 40.0 \\(x1.00\\) +6.0 > 6.0 \\(x1.00\\)  select '<b>'")
                .contains("Allocated, MB/s: 2.0 > 2.0 (x1.00)");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void reports_ofDifferentRoutes_areComparedWithNothing() throws IOException {
        Path before = Files.writeString(folder.resolve("before.json"), report(10));
        Path after = Files.writeString(folder.resolve("after.json"), report(25).replace("/v1/search", "/v1/events"));
        Result result = run("profile", "--before", before.toString(), "--after", after.toString());

        assertThat(result.out()).containsPattern("/v1/events +- > 25.0").containsPattern("/v1/search +10.0 > -");
    }

    @Test
    void comparison_asJson_hasBothReportsAndTheRatios() throws IOException {
        Path before = Files.writeString(folder.resolve("before.json"), report(10));
        Path after = Files.writeString(folder.resolve("after.json"), report(25));
        JsonNode compared = json(run("profile", "--json", "--before", before.toString(), "--after", after.toString())
                .out());

        assertThat(compared.at("/before/endpoints/0/per_second").asDouble()).isEqualTo(10);
        assertThat(compared.at("/after/endpoints/0/per_second").asDouble()).isEqualTo(25);
        assertThat(compared.at("/endpoints/0/endpoint").asText()).isEqualTo("/v1/search");
        assertThat(compared.at("/endpoints/0/per_second").asDouble()).isEqualTo(2.5);
        assertThat(compared.at("/statements/0/mean_ms").asDouble()).isEqualTo(1);
    }

    @Test
    void arguments_thatMakeNoSense_areRefused() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "{}");
        assertThat(run("profile", "--after", other.toString()).err()).contains("give --before, too");
        assertThat(run("profile", "--before", other.toString()).err())
                .contains("is not a report that mnemolite profile wrote");
        assertThat(run("profile", "--before", folder.resolve("none").toString()).err())
                .contains("cannot be read");
        assertThat(run("profile", "--seconds", "0").err()).contains("--seconds 0 is not a number from 1 to 300.");
    }

    @Test
    void profile_thatNobodyUsed_saysWhatToDo() {
        server.on("POST /performance/profile", 200, "{\"seconds\":1.0,\"endpoints\":[]}");
        Result result =
                run("profile", "--json", "--output", folder.resolve("one").toString());
        assertThat(json(result.out()).path("seconds").asDouble()).isEqualTo(1);
        assertThat(run("profile", "--output", folder.resolve("two").toString()).out())
                .contains("profile while something asks");
    }
}
