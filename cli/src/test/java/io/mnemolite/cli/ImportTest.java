package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.CommandLineRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportTest extends ServerTest {

    private static String events(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> "{\"id\":" + n + "}\n")
                .collect(Collectors.joining());
    }

    /** Takes each line; the ones whose id ends in 77 are conflicts. */
    private void importing() {
        server.on("POST /v1/events/import", (exchange, body) -> {
            StringBuilder answer = new StringBuilder();
            int number = 0;
            int failed = 0;
            for (String line : body.lines().toList()) {
                number++;
                if (line.endsWith("77}")) {
                    failed++;
                    answer.append("{\"line\":" + number + ",\"conflict\":\"It differs.\"}\n");
                }
            }
            answer.append("{\"imported\":" + (number - failed) + ",\"skipped\":0,\"failed\":" + failed + "}\n");
            StubServer.send(exchange, 200, answer.toString());
        });
    }

    @Test
    void file_isSentInBatchesAndLinesKeepTheirNumbers() throws IOException {
        importing();
        Path file = Files.writeString(folder.resolve("a file.jsonl"), events(2500));
        Result result = run("import", file.toString(), "--json");
        assertThat(server.requests()).hasSize(3).allMatch(request -> "application/x-ndjson".equals(request.type()));
        assertThat(server.requests().stream().map(StubServer.Request::body).collect(Collectors.joining()))
                .isEqualTo(events(2500));
        assertThat(jsonLines(result.out()).map(line -> line.path("line").asInt(-1)))
                .startsWith(77, 177)
                .endsWith(2377, 2477, -1);
        JsonNode summary = jsonLines(result.out()).toList().getLast();
        assertThat(summary).isEqualTo(json("{\"imported\":2475,\"skipped\":0,\"failed\":25}"));
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void standardInput_withoutProblems() {
        importing();
        Result result = commandLine().input("{\"id\":1}\n{\"id\":2}").run("import", "-");
        assertThat(result.out()).isEqualTo("Imported 2 events, skipped 0 stored already, 0 failed.\n");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void problems_areShownUpToTwenty() {
        importing();
        Result result = commandLine().input(events(2500)).run("import", "-");
        assertThat(result.err().lines()).hasSize(21).contains("line 1777: conflict: It differs.");
        assertThat(result.out()).isEqualTo("Imported 2,475 events, skipped 0 stored already, 25 failed.\n");
    }

    @Test
    void refusalHalfway_saysHowToGoOn() {
        server.on("POST /v1/events/import", 200, "{\"imported\":1000,\"skipped\":0,\"failed\":0}")
                .on("POST /v1/events/import", 503, "{\"detail\":\"The database is away.\"}");
        Result result = commandLine().input(events(1500)).run("import", "-");
        assertThat(result.err()).isEqualTo("""
                The database is away.
                The first 1,000 lines were taken; run the same import again to go on, what is stored will be skipped.
                """);
        assertThat(result.exitCode()).isEqualTo(4);
    }

    @Test
    void answerWithoutSummary_isAFailure() {
        server.on("POST /v1/events/import", 200, "{\"line\":1,\"error\":\"Bad.\"}\n");
        Result result = commandLine().input("{}").run("import", "-");
        assertThat(result.err()).contains("The server broke off while it imported lines 1 to 1.");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void missingFile_isNamed() {
        Result result = run("import", "/does/not/exist.jsonl");
        assertThat(result.err()).startsWith("/does/not/exist.jsonl cannot be read");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void fromV1_showsTheSummary() {
        server.on("POST /v1/import/v1", 200, "{\"done\":5,\"total\":10}\n\n{\"events\":10,\"nodes\":2}\n");
        Result result = run("import", "--from-v1", "postgresql://u:p@h/db");
        assertThat(sentBody()).isEqualTo(json("{\"url\":\"postgresql://u:p@h/db\"}"));
        assertThat(result.out()).isEqualTo("Imported from v1: events 10, nodes 2.\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void fromV1_thatBreaksOff_saysHowToGoOn() {
        server.on("POST /v1/import/v1", 200, "{\"done\":5,\"total\":10}\n");
        Result result = run("import", "--from-v1", "postgresql://h/db", "--json");
        assertThat(result.err()).contains("Run the same command again");
        assertThat(result.exitCode()).isEqualTo(1);
    }
}
