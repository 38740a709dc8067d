package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.cli.CommandLineRun.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest extends ServerTest {

    private static final String VERIFIED = "{\"ok\":true,\"checks\":[]}";

    @ParameterizedTest
    @ValueSource(strings = {"status", "search", "verify", "reindex", "reembed", "export"})
    void noServer_exitsWith3AndNamesTheAddress(String command) {
        server.close();
        Result result = run(command, "--json");
        assertThat(result.err())
                .isEqualTo("No MnemoLite server answers at " + server.url() + ". Start one with: mnemolite serve\n");
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(3);
    }

    @Test
    void address_option_winsOverEnvironment() {
        server.on("GET /v1/verify", 200, VERIFIED);
        CommandLineRun elsewhere = commandLine().with("MNEMOLITE_URL", "http://127.0.0.1:1");
        assertThat(elsewhere.run("verify", "--url", server.url() + "/").exitCode())
                .isZero();
    }

    @Test
    void address_isReadFromTheStateFile() throws IOException {
        server.on("GET /v1/verify", 200, VERIFIED);
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(
                folder.resolve("home/server.json"),
                "{\"pid\":1,\"url\":\"" + server.url() + "\",\"startedAt\":\"2026-01-01T00:00:00Z\"}");
        assertThat(new CommandLineRun(folder.resolve("home")).run("verify").exitCode())
                .isZero();
        Files.move(folder.resolve("home"), folder.resolve("other"));
        Result byOption = new CommandLineRun(folder.resolve("home"))
                .run("verify", "--home", folder.resolve("other").toString());
        assertThat(byOption.exitCode()).isZero();
    }

    @Test
    void stateFile_unreadable_isNamed() throws IOException {
        Path state = Files.createDirectories(folder.resolve("home")).resolve("server.json");
        Files.writeString(state, "{");
        Result result = new CommandLineRun(folder.resolve("home")).run("verify");
        assertThat(result.err()).startsWith("The state file " + state + " cannot be read");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void apiKey_comesFromFileElseEnvironment() throws IOException {
        server.on("GET /v1/verify", 200, VERIFIED);
        Path file = Files.writeString(folder.resolve("key"), "from-file\n");
        commandLine().with("MNEMOLITE_API_KEY", "from-environment").run("verify");
        commandLine().with("MNEMOLITE_API_KEY", "x").run("verify", "--api-key-file", file.toString());
        run("verify");
        assertThat(server.requests())
                .extracting(StubServer.Request::authorization)
                .containsExactly("Bearer from-environment", "Bearer from-file", null);
    }

    @Test
    void validationErrors_areSentencesWithPlaceAndValue() {
        server.on(
                "POST /v1/search/",
                422,
                "{\"detail\":[{\"type\":\"less_than_equal\",\"loc\":[\"body\",\"limit\"],"
                        + "\"msg\":\"Input should be less than or equal to 1000\",\"input\":5000}]}");
        Result result = run("search", "x", "--limit", "5000");
        assertThat(result.err()).isEqualTo("body.limit: Input should be less than or equal to 1000 (was: 5000)\n");
        assertThat(result.exitCode()).isEqualTo(4);
    }

    @Test
    void unavailable_showsTheServersSentence() {
        server.on("POST /v1/search/", 503, "{\"detail\":\"The index is being rebuilt; try again in 5 s.\"}");
        Result result = run("search", "x");
        assertThat(result.err()).isEqualTo("The index is being rebuilt; try again in 5 s.\n");
        assertThat(result.exitCode()).isEqualTo(4);
    }

    @Test
    void unknownRoute_saysThatTheVersionDiffers() {
        Result result = run("verify");
        assertThat(result.err()).startsWith("The server does not know the route GET /v1/verify;");
        assertThat(result.exitCode()).isEqualTo(4);
    }

    @Test
    void answerThatBreaksOff_isAFailure() {
        server.on("GET /v1/verify", (exchange, _) -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"ok\"".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("cut");
        });
        Result result = run("verify");
        assertThat(result.err()).startsWith("The connection to " + server.url() + " broke");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void wrongUsage_exitsWith2OnStandardError() {
        for (List<String> arguments : List.of(
                List.of("search", "--limit", "many"),
                List.of("serch"),
                List.<String>of(),
                List.of("import"),
                List.of("import", "file", "--from-v1", "postgresql://x/y"),
                List.of("remember"),
                List.of("remember", "  "),
                List.of("remember", "x", "--meta", "novalue"),
                List.of("remember", "x", "--meta", "a=1", "--meta", "a=2"),
                List.of("search", "--mode", "magic"),
                List.of("verify", "--url", "localhost:8001"),
                List.of("verify", "--api-key-file", "/does/not/exist"))) {
            Result result = run(arguments.toArray(String[]::new));
            assertThat(result.exitCode()).as(arguments.toString()).isEqualTo(2);
            assertThat(result.out()).as(arguments.toString()).isEmpty();
            assertThat(result.err()).as(arguments.toString()).isNotBlank();
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void help_goesToStandardOutputWithExamples() {
        for (String command :
                List.of("status", "remember", "search", "import", "export", "verify", "reindex", "stop")) {
            Result result = run(command, "--help");
            assertThat(result.out()).contains("Examples:").contains("mnemolite " + command);
            assertThat(result.out().lines()).allMatch(line -> line.length() <= 80);
            assertThat(result.exitCode()).isZero();
        }
        assertThat(run("--help").out()).contains("reembed").doesNotContain("await");
        assertThat(run("--version").out()).startsWith("MnemoLite ");
    }
}
