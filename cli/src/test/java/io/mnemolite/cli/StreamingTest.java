package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** 100,000 lines, 60 MB, in a process with a heap of 24 MB, out and in again. */
class StreamingTest extends ServerTest {

    private static final int LINES = 100_000;
    private static final String LINE = "{\"content\":{\"text\":\"" + "x".repeat(570) + "\"}}";

    private Process start(String... arguments) throws IOException {
        String[] command = new String[6 + arguments.length];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        command[1] = "-Xmx24m";
        command[2] = "-XX:+UseSerialGC";
        command[3] = "-cp";
        command[4] = System.getProperty("java.class.path");
        command[5] = Main.class.getName();
        System.arraycopy(arguments, 0, command, 6, arguments.length);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("MNEMOLITE_URL", server.url());
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    @Test
    void export_needsLittleMemory() throws IOException, InterruptedException {
        server.on("GET /v1/events/export", (exchange, _) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] line = (LINE + "\n").getBytes(StandardCharsets.UTF_8);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int n = 0; n < LINES; n++) {
                    out.write(line);
                }
            }
        });
        Process process = start("export");
        long lines = 0;
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines++;
            }
        }
        assertThat(process.waitFor()).isZero();
        assertThat(lines).isEqualTo(LINES);
    }

    @Test
    void import_needsLittleMemory() throws IOException, InterruptedException {
        server.on(
                "POST /v1/events/import",
                (exchange, body) -> StubServer.send(
                        exchange, 200, "{\"imported\":" + body.lines().count() + ",\"skipped\":0,\"failed\":0}\n"));
        Path file = folder.resolve("events.jsonl");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int n = 0; n < LINES; n++) {
                writer.write(LINE);
                writer.newLine();
            }
        }
        Process process = start("import", file.toString(), "--json");
        String summary = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(json(summary).path("imported").asLong()).isEqualTo(LINES);
    }
}
