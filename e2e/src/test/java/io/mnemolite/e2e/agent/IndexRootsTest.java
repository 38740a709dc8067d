package io.mnemolite.e2e.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which directories an agent may have read, and what it hears while they are. */
class IndexRootsTest extends AgentServers {

    @BeforeAll
    void writeOutside() {
        AgentServer.write(server().outside());
    }

    @Test
    void directoryOutside_isRefusedAsIfItDidNotExist() throws IOException {
        Path outside = server().outside();
        Path link = Files.createSymbolicLink(server().root().resolve("link"), outside);
        Path deep = Files.createDirectories(server().root().resolve("a/b"));
        Path linkInside = Files.createSymbolicLink(deep.resolve("up"), server().folder());

        for (String directory : List.of(
                outside.toString(),
                server().root() + "/../outside",
                server().root() + "/a/../../outside",
                link.toString(),
                link + "/src",
                linkInside + "/outside",
                server().root() + "x",
                server().folder().toString(),
                "/",
                "/etc",
                "/proc/self/root" + outside)) {
            String sentence = index(directory).failure();
            assertThat(sentence).as(directory).contains("does not exist below the configured roots");
            assertThat(sentence.replace("'" + directory + "'", "'D'"))
                    .isEqualTo(index("/nothing/here").failure().replace("'/nothing/here'", "'D'"));
        }
        assertThat(http().get("/v1/code/repositories").body()).doesNotContain("outside");
    }

    @Test
    void linkInsideTheRoot_isNotFollowedToFilesOutside() throws IOException {
        Path directory = server().shop("linking");
        Files.createSymbolicLink(directory.resolve("src/elsewhere"), server().outside());
        Files.createSymbolicLink(
                directory.resolve("src/Secret.java"), server().outside().resolve("src/shop/Cart.java"));

        JsonNode outcome = index(directory.toString()).expected();

        assertThat(outcome.path("files").asInt()).isEqualTo(2);
    }

    @Test
    void relativeFileOrOdd_isRefusedWithWhatToDo() {
        String file = server().shop("shop").resolve("src/shop/Cart.java").toString();

        assertThat(index("root").failure()).contains("relative").contains("absolute path");
        assertThat(index("~").failure()).contains("relative");
        assertThat(index(file).failure()).contains("is no directory");
        assertThat(index(" ").failure()).contains("'directory' is missing");
        assertThat(index("x".repeat(5_000)).failure()).contains("relative");
        assertThat(index("/" + "x".repeat(5_000)).failure()).contains("does not exist below");
    }

    @Test
    void progress_withAToken_isToldBeforeTheAnswer() throws IOException {
        Path directory = many("progress", 450);

        assertProgress(client().ask("tools/call", Messages.indexing(directory, "token-7")));
        McpAnswer stateless = new StatelessClient(http(), "/mcp")
                .ask(
                        "tools/call",
                        Map.of("name", "index_code", "arguments", Map.of("directory", directory.toString())),
                        withToken());
        assertProgress(stateless);
    }

    private static Map<String, ?> withToken() {
        Map<String, Object> meta = new HashMap<>(StatelessClient.META);
        meta.put("progressToken", "token-7");
        return meta;
    }

    private static void assertProgress(McpAnswer answer) {
        assertThat(answer.isStream()).as(answer.http().body()).isTrue();
        List<JsonNode> messages = new ArrayList<>(answer.messages());
        JsonNode response = messages.removeLast();
        assertThat(ToolReply.of(response).expected().path("files").asInt()).isEqualTo(450);
        assertThat(messages).hasSizeGreaterThanOrEqualTo(3);
        double before = -1;
        for (JsonNode message : messages) {
            assertThat(message.path("method").asText()).isEqualTo("notifications/progress");
            JsonNode params = message.path("params");
            assertThat(params.path("progressToken").asText()).isEqualTo("token-7");
            assertThat(params.path("total").asInt()).isEqualTo(450);
            assertThat(params.path("message").asText()).isNotEmpty();
            assertThat(params.path("progress").asDouble()).isGreaterThan(before);
            before = params.path("progress").asDouble();
        }
    }

    @Test
    void progress_withoutAToken_isNotTold() {
        McpAnswer answer = client().ask(
                        "tools/call",
                        Map.of(
                                "name",
                                "index_code",
                                "arguments",
                                Map.of("directory", server().shop("quiet").toString())));

        assertThat(answer.messages()).hasSize(1);
    }

    @Test
    void cancelledCall_saysHowFarItCame_andTheNextOneGoesOnFromThere() throws IOException {
        Path directory = many("cancelled", 3_000);
        SessionClient client = client();
        AtomicInteger heard = new AtomicInteger();

        JsonNode response = client.listen("tools/call", Messages.indexing(directory, "token-9"), (id, message) -> {
            if (heard.incrementAndGet() == 1) {
                ObjectNode cancelled = Messages.notification("notifications/cancelled");
                cancelled.putObject("params").put("requestId", id).put("reason", "enough");
                assertThat(client.post(cancelled).status()).isEqualTo(202);
            }
        });

        String sentence = ToolReply.of(response).failure();
        Matcher files = Pattern.compile("The client cancelled after (\\d+) files; calling again goes on from there\\.")
                .matcher(sentence);
        assertThat(files.matches()).as(sentence).isTrue();
        int done = Integer.parseInt(files.group(1));
        assertThat(done).isBetween(1, 2_999);
        JsonNode next = index(directory.toString()).expected();
        assertThat(next.path("unchanged").asInt()).isEqualTo(done);
        assertThat(next.path("files").asInt()).isEqualTo(3_000);
    }

    @Test
    void sameDirectoryTwiceAtOnce_isIndexedWhole() throws IOException {
        Path directory = many("twice", 300);

        List<JsonNode> outcomes = Stream.generate(() -> directory.toString())
                .limit(3)
                .parallel()
                .map(path -> index(path).expected())
                .toList();

        assertThat(outcomes)
                .allSatisfy(
                        outcome -> assertThat(outcome.path("failed").asInt()).isZero());
        assertThat(index(directory.toString()).expected().path("unchanged").asInt())
                .isEqualTo(300);
    }

    private Path many(String name, int files) throws IOException {
        Path directory = Files.createDirectories(server().root().resolve(name));
        for (int i = 0; i < files; i++) {
            Files.writeString(directory.resolve("f" + i + ".py"), "def f" + i + "():\n    return " + i + "\n");
        }
        return directory;
    }

    private ToolReply index(String directory) {
        return client().call("index_code", Map.of("directory", directory));
    }
}
