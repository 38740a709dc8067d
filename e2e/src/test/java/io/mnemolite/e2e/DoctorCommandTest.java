package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code mnemolite doctor} and {@code stats} against a server that is well, and leave it as it was. */
class DoctorCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Http http = SharedServer.emptied();

    private record Outcome(int exitCode, String output) {}

    private static Outcome mnemolite(String... arguments) throws IOException, InterruptedException {
        Path cli = Path.of(System.getProperty("mnemolite.project"), "cli", "target");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                cli.resolve("classes") + ":" + cli.resolve("lib") + "/*",
                "io.mnemolite.cli.Main"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--json", "--url", SharedServer.server().url()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private static void passed(Outcome outcome, int checks) throws IOException {
        JsonNode report = JSON.readTree(outcome.output());
        assertThat(report.path("checks"))
                .as(report.toPrettyString())
                .hasSize(checks)
                .allMatch(check -> check.path("passed").asBoolean());
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void full_passesAndLeavesNothing() throws IOException, InterruptedException {
        passed(mnemolite("doctor", "full"), 12);

        assertThat(http.get("/v1/events").json().path("data")).isEmpty();
        assertThat(http.get("/v1/code/symbols?name=calls").json().path("symbols"))
                .noneMatch(symbol -> symbol.path("repository").asText().startsWith("mnemolite-doctor"));
    }

    /** Whether the rate is reached is the machine's affair. */
    @Test
    void load_hasNoFailureAndLeavesNothing() throws IOException, InterruptedException {
        JsonNode report = JSON.readTree(
                mnemolite("doctor", "load", "--rate", "50", "--seconds", "1").output());

        assertThat(report.at("/checks/8/detail").asText()).contains("50 requests, none failed");

        assertThat(http.get("/v1/events").json().path("data")).isEmpty();
    }

    @Test
    void stats_hasEveryPart() throws IOException, InterruptedException {
        Outcome outcome = mnemolite("stats");

        assertThat(JSON.readTree(outcome.output()).fieldNames())
                .toIterable()
                .containsExactly("at", "system", "requests", "pool", "caches", "index", "embedding", "code");
        assertThat(outcome.exitCode()).isZero();
    }
}
