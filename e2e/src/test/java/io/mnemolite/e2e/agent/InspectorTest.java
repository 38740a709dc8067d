package io.mnemolite.e2e.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.CommandProcess;
import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.npm.NpmPackages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The official inspector, whose client is that of the reference implementation, lists and calls every tool. */
class InspectorTest extends AgentServers {

    private static final String SCRIPT = "@modelcontextprotocol/inspector/clients/launcher/build/index.js";

    @TempDir
    Path folder;

    /** How the inspector reaches the server. */
    enum Transport {
        HTTP,
        STDIO
    }

    @ParameterizedTest
    @EnumSource
    void everyTool_isListedAndCalled(Transport transport) throws IOException {
        Path config = config(transport);
        String directory = server().shop("inspected").toString();

        JsonNode tools = inspect(config, "--method", "tools/list", "--strict").path("tools");
        assertThat(tools)
                .extracting(tool -> tool.path("name").asText())
                .containsExactlyInAnyOrder(
                        "remember", "recall", "get", "forget", "search_code", "explore_code", "index_code");
        JsonNode receipt =
                call(config, "remember", "text=an inspected ibex " + transport, "metadata={\"by\":\"inspector\"}");
        String id = receipt.path("id").asText();
        assertThat(receipt.path("durable").asBoolean()).isTrue();
        assertThat(call(config, "recall", "query=ibex " + transport, "mode=words", "limit=5")
                        .toString())
                .contains(id);
        assertThat(call(config, "get", "ids=[\"" + id + "\"]").toString()).contains("inspected ibex");
        assertThat(call(config, "index_code", "directory=" + directory)
                        .path("files")
                        .asInt())
                .isEqualTo(2);
        assertThat(call(config, "search_code", "query=withTax", "mode=literal").toString())
                .contains("Checkout.java");
        assertThat(call(config, "explore_code", "action=callers", "symbol=Cart.total", "repository=inspected")
                        .toString())
                .contains("Checkout.charge");
        assertThat(call(config, "forget", "ids=[\"" + id + "\"]")
                        .path("deleted")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void resourcesAndPrompts_areRead(Transport transport) throws IOException {
        Path config = config(transport);
        String id = client().remember("an ibex to be read");

        assertThat(inspect(config, "--method", "resources/templates/list").path("resourceTemplates"))
                .hasSize(3);
        assertThat(inspect(config, "--method", "resources/read", "--uri", "mnemolite://event/" + id)
                        .toString())
                .contains("an ibex to be read");
        assertThat(inspect(config, "--method", "prompts/get", "--prompt-name", "boot")
                        .toString())
                .contains("ibex");
    }

    private JsonNode call(Path config, String tool, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--method", "tools/call", "--tool-name", tool));
        for (String argument : arguments) {
            all.addAll(List.of("--tool-arg", argument));
        }
        JsonNode result = inspect(config, all.toArray(String[]::new));
        assertThat(result.path("isError").asBoolean()).as(result.toString()).isFalse();
        return result.path("structuredContent");
    }

    private JsonNode inspect(Path config, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--cli", "--config", config.toString(), "--server", "mnemolite"));
        all.addAll(Arrays.asList(arguments));
        NpmPackages.Outcome outcome = NpmPackages.run(folder, SCRIPT, all.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        return Http.tree(outcome.output());
    }

    /** The configuration of a client, as a person would write it. */
    private Path config(Transport transport) throws IOException {
        String url = http().uri("").toString();
        String entry = switch (transport) {
            case HTTP -> """
                {"type": "streamable-http", "url": "%s/mcp"}""".formatted(url);
            case STDIO ->
                """
                {"command": "%s", "args": ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-jar", "%s", "mcp", "--url", "%s"]}""".formatted(Path.of(System.getProperty("java.home"), "bin", "java"), CommandProcess.program(), url);
        };
        return Files.writeString(folder.resolve("mcp.json"), "{\"mcpServers\": {\"mnemolite\": " + entry + "}}");
    }
}
