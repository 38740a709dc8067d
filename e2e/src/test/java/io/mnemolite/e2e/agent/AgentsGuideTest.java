package io.mnemolite.e2e.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session that the guide shows happens as it says. */
class AgentsGuideTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> ARGUMENTS = new TypeReference<>() {};
    private static final String DOCUMENTED_FOLDER = "/home/you";

    @TempDir
    Path folder;

    @Test
    void session_ofTheGuide_happens() throws IOException {
        GuideSession session = GuideSession.of(
                Files.readString(Path.of(System.getProperty("mnemolite.project"), "docs/guide/agents.md")));
        assertThat(session.files()).hasSize(2);
        assertThat(session.steps()).hasSizeGreaterThanOrEqualTo(6);
        for (Map.Entry<String, String> file : session.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        try (Installation installed = Installation.in(folder);
                StdioClient client = installed.mcp()) {
            client.initialize();
            for (GuideSession.Step step : session.steps()) {
                if (step.isCommand()) {
                    assertThat(installed.run(step.command())).as(step.action()).isZero();
                    continue;
                }
                ToolReply reply = client.call(
                        step.tool(),
                        MAPPER.readValue(step.arguments().replace(DOCUMENTED_FOLDER, folder.toString()), ARGUMENTS));
                assertThat(reply.isError()).as(step.action() + reply.text()).isFalse();
                assertThat(step.answer()).as(step.action()).isNotEmpty();
                assertThat(reply.text()).as(step.action()).containsPattern(step.expected());
            }
            assertThat(client.end()).isZero();
        }
    }
}
