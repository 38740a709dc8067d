package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.mnemolite.cli.CommandLineRun.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExportTest extends ServerTest {

    private void exporting(int lines) {
        server.on("GET /v1/events/export", (exchange, _) -> write(exchange, lines));
    }

    private static void write(HttpExchange exchange, int lines) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        for (int n = 0; n < lines; n++) {
            out.write(("{\"id\":" + n + "}\n").getBytes(StandardCharsets.UTF_8));
        }
        out.close();
    }

    @Test
    void standardOutput_holdsTheLinesAlone() {
        exporting(3);
        Result result = run("export", "--json");
        assertThat(jsonLines(result.out())).hasSize(3);
        assertThat(result.err()).isEqualTo("Exported 3 events.\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void file_appearsWhole() throws IOException {
        exporting(2000);
        Path file = folder.resolve("backup.jsonl");
        Files.writeString(file, "old");
        Result result = run("export", file.toString());
        assertThat(result.out()).startsWith("Exported 2,000 events to " + file);
        assertThat(Files.readAllLines(file)).hasSize(2000);
        assertThat(json(run("export", file.toString(), "--json").out())
                        .path("exported")
                        .asInt())
                .isEqualTo(2000);
        assertOnlyFile(file);
    }

    @Test
    void streamThatBreaksOff_leavesTheOldFile() throws IOException {
        server.on("GET /v1/events/export", (exchange, _) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{\"id\":1}\n{\"id\"".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("cut");
        });
        Path file = Files.writeString(folder.resolve("backup.jsonl"), "old");
        Result result = run("export", file.toString());
        assertThat(result.err()).startsWith("The connection to " + server.url() + " broke");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(file).hasContent("old");
        assertOnlyFile(file);
    }

    @Test
    void lastLineThatIsNotComplete_isAFailure() {
        server.on("GET /v1/events/export", 200, "{\"id\":1}\n{\"id\"");
        assertThat(run("export", "-").exitCode()).isEqualTo(1);
    }

    @Test
    void unwritableFile_isNamed() {
        exporting(1);
        Result result = run("export", "/does/not/exist.jsonl");
        assertThat(result.err()).startsWith("/does/not/exist.jsonl cannot be written");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void closedPipe_isQuiet() {
        exporting(100_000);
        Result result = commandLine().run(failing("Broken pipe"), "export");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void fullDisk_isNotQuiet() {
        exporting(100_000);
        Result result = commandLine().run(failing("No space left on device"), "export");
        assertThat(result.err()).isEqualTo("Standard output cannot be written: No space left on device.\n");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    private void assertOnlyFile(Path file) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
