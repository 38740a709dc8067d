package io.mnemolite.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.connect.Merged.Outcome;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMergeTest {

    private static final JsonMerge MERGE =
            new JsonMerge("mcpServers", "mnemolite", Client.CURSOR.command("/m", List.of("mcp")));

    private static final String ENTRY = """
            "mnemolite": {
                  "command": "/m",
                  "args": [ "mcp" ]
                }""";

    private static Merged merge(String text) throws UnmergeableFile {
        Merged merged = MERGE.into(text);
        assertThat(MERGE.into(merged.text())).isEqualTo(new Merged(merged.text(), Outcome.UNCHANGED));
        return merged;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void emptyFile_becomesTheSnippet(String text) throws UnmergeableFile {
        assertThat(merge(text)).isEqualTo(new Merged("""
                {
                  "mcpServers": {
                    "mnemolite": {
                      "command": "/m",
                      "args": [ "mcp" ]
                    }
                  }
                }
                """, Outcome.ADDED));
    }

    @Test
    void comments_orderAndFormsStay() throws UnmergeableFile {
        String before = """
                // mine
                {
                  "z": 1.50, /* why */
                  "mcpServers": {
                    "other": {"command": "x"} // the only one, so far
                    /* more to come */
                  },
                  "a": "\\u00e9", // last
                }
                """;
        assertThat(merge(before).text()).isEqualTo("""
                // mine
                {
                  "z": 1.50, /* why */
                  "mcpServers": {
                    "other": {"command": "x"}, // the only one, so far
                    /* more to come */
                    %s
                  },
                  "a": "\\u00e9", // last
                }
                """.formatted(ENTRY));
    }

    @Test
    void missingSection_isAddedAtTheEnd() throws UnmergeableFile {
        assertThat(merge("{\n  \"a\": \"b\"\n}").text())
                .isEqualTo("{\n  \"a\": \"b\",\n  \"mcpServers\": {\n    " + ENTRY + "\n  }\n}");
        assertThat(merge("{\n  \"a\": 12, // no comma,\n}\n").text())
                .isEqualTo("{\n  \"a\": 12, // no comma,\n  \"mcpServers\": {\n    " + ENTRY + "\n  },\n}\n");
        assertThat(merge("{}").text()).isEqualTo("{\n  \"mcpServers\": {\n    " + ENTRY + "\n  }\n}");
    }

    @Test
    void trailingComma_andIndentation_areFollowed() throws UnmergeableFile {
        assertThat(merge("{\n\t\"mcpServers\": {\n\t\t\"a\": {},\n\t},\n}").text())
                .isEqualTo(
                        "{\n\t\"mcpServers\": {\n\t\t\"a\": {},\n\t\t\"mnemolite\": {\n\t\t\t\"command\": \"/m\",\n\t\t\t"
                                + "\"args\": [ \"mcp\" ]\n\t\t},\n\t},\n}");
        assertThat(merge("{\r\n  \"a\": true\r\n}\r\n").text().replace("\r\n", ""))
                .doesNotContain("\n");
        assertThat(merge("\uFEFF{}").text()).startsWith("\uFEFF{");
        assertThat(merge("{\"mcpServers\":{\"a\":{}}}").outcome()).isEqualTo(Outcome.ADDED);
    }

    @Test
    void otherEntryOfOurName_isReplacedWhereItStands() throws UnmergeableFile {
        String before = """
                {
                  "mcpServers": {
                    "mnemolite": {"command": "old", /* gone */ "env": {}}, // stays
                    "b": {}
                  }
                }
                """;
        assertThat(merge(before)).isEqualTo(new Merged("""
                {
                  "mcpServers": {
                    %s, // stays
                    "b": {}
                  }
                }
                """.formatted(ENTRY), Outcome.REPLACED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | is not valid JSON",
                "{} {} | is not valid JSON",
                "{\"a\": 1, \"a\": 2} | is not valid JSON",
                "[] | holds no JSON object",
                "// nothing | is not valid JSON",
                "{\"mcpServers\": []} | has a \"mcpServers\" that is no object",
                "{\"mcpServers\": {\"mnemolite\": 1}} | has no place where an object was expected"
            })
    void fileThatIsNotUnderstood_isRefused(String text, String clause) {
        assertThatThrownBy(() -> MERGE.into(text))
                .isInstanceOf(UnmergeableFile.class)
                .hasMessageStartingWith(clause);
    }

    /** Every text that the editor has put together must still be the one it was, but for the entry. */
    @Test
    void randomFiles_loseNothing() throws UnmergeableFile {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            object(text, random, 0);
            String before = text.toString();
            String after = merge(before).text();
            // All that was there is there, in order; only the entry and a comma came in between.
            int at = 0;
            for (int place = 0; place < before.length(); place++) {
                at = after.indexOf(before.charAt(place), at) + 1;
                assertThat(at).describedAs("%s in %s", before, after).isPositive();
            }
        }
    }

    private static void object(StringBuilder text, Random random, int depth) {
        text.append('{').append(gap(random));
        int members = random.nextInt(4);
        for (int i = 0; i < members; i++) {
            boolean isSection = depth == 0 && i == 1 && random.nextBoolean();
            text.append(Json.print(Json.object().textNode(isSection ? "mcpServers" : "k" + i + "\"{,")))
                    .append(gap(random))
                    .append(':')
                    .append(gap(random));
            int kind = isSection ? 0 : random.nextInt(5);
            switch (kind) {
                case 0 -> {
                    if (depth < 3) {
                        object(text, random, depth + 1);
                    } else {
                        text.append("{}");
                    }
                }
                case 1 -> text.append("-1.50e3");
                case 2 -> text.append("\"// é\\n,}\"");
                case 3 -> text.append("[1, {\"x\": null}]");
                default -> text.append("false");
            }
            text.append(gap(random));
            if (i < members - 1 || random.nextInt(3) == 0) {
                text.append(',').append(gap(random));
            }
        }
        text.append('}');
    }

    private static String gap(Random random) {
        String[] gaps = {"", " ", "\n  ", " // note, {\n", "/* a, } */", "\r\n\t", "\n"};
        return gaps[random.nextInt(gaps.length)];
    }
}
