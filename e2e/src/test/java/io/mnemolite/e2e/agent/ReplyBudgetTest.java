package io.mnemolite.e2e.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The room an agent gives a reply is kept, and what does not fit is said and can be had. */
class ReplyBudgetTest extends AgentServers {

    private static final String LONG_ID = "01890a5d-ac96-774b-bcce-b302099a8057";
    private static final int MEMORIES = 60;

    private final List<String> ids = new ArrayList<>();

    @BeforeAll
    void fill() throws IOException {
        for (int i = 0; i < MEMORIES; i++) {
            ids.add(client().remember("penguin " + i + " " + "waddles on the ice ".repeat(20)));
        }
        Path directory = server().shop("colony");
        for (int i = 0; i < 60; i++) {
            Files.writeString(directory.resolve("src/shop/Penguin" + i + ".java"), """
                    package shop;

                    class Penguin%1$d {
                        int waddle(Cart cart) {
                            return cart.total() + %1$d;
                        }
                    }
                    """.formatted(i));
        }
        Files.writeString(
                directory.resolve("src/shop/Long.java"),
                "class Long {\n    int sum() {\n        int sum = 0;\n" + "        sum += 1;\n".repeat(2_000)
                        + "        return sum;\n    }\n}\n");
        client().call("index_code", Map.of("directory", directory.toString())).expected();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 400, 700, 1_500, 6_000})
    void everyTool_keepsToItsRoom(int room) {
        Map<String, Map<String, ?>> calls = new HashMap<>();
        calls.put("recall", Map.of("query", "penguin", "limit", 60, "explain", true));
        calls.put("get", Map.of("ids", ids));
        calls.put("search_code", Map.of("query", "penguin waddle", "limit", 50, "lines", 20));
        calls.forEach((tool, arguments) -> assertFits(tool, arguments, room));
        assertFits("search_code", Map.of("query", "cart", "mode", "literal", "limit", 50, "lines", 3), room);
        assertFits("search_code", Map.of("query", "[a-z]+\\(", "mode", "regex", "limit", 50), room);
        for (String action : List.of("callers", "impact", "symbol")) {
            assertFits("explore_code", Map.of("action", action, "symbol", "Cart.total"), room);
        }
        assertFits("explore_code", Map.of("action", "symbol", "symbol", "Long.sum"), room);
        assertFits("explore_code", Map.of("action", "map", "repository", "colony"), room);
        assertFits(
                "explore_code",
                Map.of("action", "outline", "repository", "colony", "path", "src/shop/Cart.java"),
                room);
        assertFits("explore_code", Map.of("action", "path", "symbol", "Penguin1.waddle", "to", "Cart.total"), room);
    }

    /** What is left of the room by the rough rule: the server counts on the high side, never on the low. */
    private void assertFits(String tool, Map<String, ?> arguments, int room) {
        Map<String, Object> all = new HashMap<>(arguments);
        all.put("max_tokens", room);

        ToolReply reply = client().call(tool, all);

        assertThat(reply.isError()).as(tool + arguments + ": " + reply.text()).isFalse();
        assertThat(reply.tokens()).as(tool + arguments + reply.message()).isLessThanOrEqualTo(room);
    }

    @Test
    void recall_followingMore_findsEveryMemoryOnce() {
        Set<String> found = new LinkedHashSet<>();
        int offset = 0;
        for (int calls = 0; calls < MEMORIES; calls++) {
            JsonNode answer = client().call(
                            "recall",
                            Map.of(
                                    "query",
                                    "penguin",
                                    "mode",
                                    "words",
                                    "limit",
                                    20,
                                    "offset",
                                    offset,
                                    "max_tokens",
                                    1_000))
                    .expected();
            assertThat(answer.path("total").asInt()).isEqualTo(MEMORIES);
            answer.path("memories")
                    .forEach(memory ->
                            assertThat(found.add(memory.path("id").asText())).isTrue());
            if (answer.path("more").isMissingNode()) {
                break;
            }
            assertThat(answer.path("more").asText()).contains("offset ");
            offset = Integer.parseInt(answer.path("more").asText().replaceAll(".*offset (\\d+).*", "$1"));
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void get_longText_isReadInPartsToTheLastCharacter() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 200_000; i++) {
            text.append("line ").append(i).append(" of a long text, with ümlauts, 日本語, 🐧 and \"quotes\"\n");
        }
        String id = client().remember(text.toString());
        StringBuilder read = new StringBuilder();
        int offset = 0;
        while (true) {
            ToolReply reply = client().call("get", Map.of("ids", List.of(id), "offset", offset, "max_tokens", 20_000));
            JsonNode memory = reply.expected().path("memories").path(0);
            read.append(memory.path("text").asText());
            if (memory.path("next_offset").isMissingNode()) {
                break;
            }
            assertThat(reply.structured().path("more").asText())
                    .contains("offset " + memory.path("next_offset").asInt());
            assertThat(memory.path("next_offset").asInt()).isGreaterThan(offset);
            offset = memory.path("next_offset").asInt();
        }
        assertThat(read.toString()).isEqualTo(text.toString());
    }

    @Test
    void get_manyMemories_saysHowManyAreLeftOut() {
        ToolReply reply = client().call("get", Map.of("ids", ids, "max_tokens", 2_000));

        int shown = reply.expected().path("memories").size();
        assertThat(shown).isBetween(1, MEMORIES - 1);
        assertThat(reply.structured().path("more").asText())
                .contains("did not fit")
                .contains("call get");
        assertThat(reply.text()).contains(reply.structured().path("more").asText());
    }

    @Test
    void get_longMetadata_stillFits() {
        Map<String, Object> metadata = new HashMap<>();
        for (int i = 0; i < 400; i++) {
            metadata.put("key" + i, "value of the key " + i);
        }
        String id = client().call("remember", Map.of("text", "much metadata", "metadata", metadata))
                .expected()
                .path("id")
                .asText();

        assertFits("get", Map.of("ids", List.of(id)), 500);
    }

    @Test
    void get_manyMissing_stillFits() {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            missing.add(LONG_ID.substring(0, LONG_ID.length() - 3) + (100 + i));
        }

        assertFits("get", Map.of("ids", missing), 300);
    }

    @Test
    void recall_whatIsCut_isSaid() {
        JsonNode answer = client().call("recall", Map.of("query", "penguin", "limit", 60, "max_tokens", 600))
                .expected();

        assertThat(answer.path("memories")).hasSizeLessThan(60);
        assertThat(answer.path("more").asText()).contains("did not fit into max_tokens");
    }

    @Test
    void explore_longSource_isCutAtALineThatIsNamed() {
        JsonNode answer = client().call("explore_code", Map.of("action", "symbol", "symbol", "Long.sum"))
                .expected();

        assertThat(answer.path("completeness").asText()).isEqualTo("lower_bound");
        assertThat(answer.path("more").asText()).contains("more lines").contains("begin at line ");
    }

    @Test
    void search_more_countsWhatIsLeftOut() {
        JsonNode answer = client().call("search_code", Map.of("query", "cart.total()", "mode", "literal", "limit", 5))
                .expected();

        assertThat(answer.path("hits")).hasSize(5);
        assertThat(answer.path("completeness").asText()).isEqualTo("lower_bound");
        assertThat(answer.path("more").asText()).contains("limit of 5");
    }

    @Test
    void schemasOfAllTools_costLittle() {
        JsonNode tools = client().request("tools/list", Map.of()).path("result").path("tools");

        assertThat(tools).hasSizeLessThanOrEqualTo(7);
        int characters = 0;
        for (JsonNode tool : tools) {
            characters += tool.path("description").toString().length()
                    + tool.path("inputSchema").toString().length()
                    + tool.path("outputSchema").toString().length();
        }
        assertThat(characters / ToolReply.CHARACTERS_PER_TOKEN).isLessThanOrEqualTo(2_000);
        tools.forEach(tool -> {
            assertThat(tool.path("inputSchema").path("additionalProperties").isBoolean())
                    .isTrue();
            assertThat(tool.path("outputSchema").path("type").asText()).isEqualTo("object");
            assertThat(tool.path("annotations").path("readOnlyHint").isBoolean())
                    .isTrue();
        });
    }
}
