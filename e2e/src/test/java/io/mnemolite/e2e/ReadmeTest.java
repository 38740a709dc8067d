package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells people to type works, and answers as it says. */
class ReadmeTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DOCUMENTED_URL = "http://127.0.0.1:8001";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path directory;

    @Test
    void markedBlocks_ofTheReadme_work() throws IOException {
        String readme = Files.readString(Path.of(System.getProperty("mnemolite.project"), "README.md"));
        List<ReadmeBlock> blocks = ReadmeBlock.of(readme);
        assertThat(blocks).isNotEmpty();
        assertThat(blocks).hasSize(readme.split("(?m)^# tested$", -1).length - 1);
        try (PackagedServer server = PackagedServer.startAnew(directory.resolve("home"))) {
            for (ReadmeBlock block : blocks) {
                check(block, server.url());
            }
        }
    }

    @Test
    void of_sample_findsMarkedBlocksAndTheirAnswers() throws IOException {
        List<ReadmeBlock> blocks = ReadmeBlock.of(sample());

        assertThat(blocks).hasSize(2);
        assertThat(blocks.getFirst().script()).startsWith("curl").contains("A sample.");
        assertThat(blocks.getFirst().answer())
                .hasValueSatisfying(json -> assertThat(json).contains("timestamp"));
        assertThat(blocks.getLast().script()).contains("/health");
        assertThat(blocks.getLast().answer()).isEmpty();
    }

    @Test
    void markedBlocks_ofTheSample_work() throws IOException {
        try (PackagedServer server = LocalServers.start(directory.resolve("home"))) {
            for (ReadmeBlock block : ReadmeBlock.of(sample())) {
                check(block, server.url());
            }
        }
    }

    private void check(ReadmeBlock block, String url) throws IOException {
        Path output = directory.resolve("block.out");
        Path errors = directory.resolve("block.err");
        Process bash = new ProcessBuilder("bash", "-euc", block.script().replace(DOCUMENTED_URL, url))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            Polling.until("the block ends: " + block.script(), PATIENCE, () -> !bash.isAlive());
        } finally {
            bash.destroyForcibly();
        }
        String answer = Homes.read(output);
        assertThat(bash.exitValue())
                .as(block.script() + answer + Homes.read(errors))
                .isZero();
        if (block.answer().isPresent()) {
            JsonNode documented = MAPPER.readTree(block.answer().get());
            JsonNode given = MAPPER.readTree(answer);
            assertThat(given.fieldNames()).toIterable().as(answer).containsAll(documented::fieldNames);
        }
    }

    private static String sample() throws IOException {
        try (InputStream resource = Objects.requireNonNull(ReadmeTest.class.getResourceAsStream("/sample-readme.md"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
