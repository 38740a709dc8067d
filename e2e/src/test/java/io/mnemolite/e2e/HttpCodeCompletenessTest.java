package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.e2e.Http.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No answer about the graph of code is confidently wrong: a type has the callers of its members, and what is missing is said. */
class HttpCodeCompletenessTest {

    private static final String REPOSITORY = "team/complete";

    private static final Map<String, String> FILES = Map.of(
            "src/shop/Price.java",
            """
            package shop;

            public class Price implements Amount {
                public int amount() {
                    return value();
                }

                private int value() {
                    return 1;
                }
            }
            """,
            "src/shop/Amount.java",
            """
            package shop;

            public interface Amount {
                int amount();
            }
            """,
            "src/shop/Order.java",
            """
            package shop;

            public class Order {
                public int total() {
                    return new Price().amount();
                }

                public int guess(Amount any) {
                    return any.amount();
                }
            }
            """,
            "src/shop/Cheap.java",
            """
            package shop;

            public class Cheap extends Price {
                @Override
                public int amount() {
                    return 0;
                }
            }
            """,
            "tools/box.py",
            """
            class Box:
                def __init__(self, size):
                    self.size = size
            """);

    private final Http http = SharedServer.http();

    @BeforeEach
    void repository() {
        http.delete("/v1/code/index/repositories/" + REPOSITORY);
        assertThat(index(FILES).path("errors")).isEmpty();
    }

    private JsonNode index(Map<String, String> files) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("repository", REPOSITORY);
        ArrayNode array = body.putArray("files");
        files.forEach((path, content) -> array.addObject().put("path", path).put("content", content));
        Answer answer = http.post("/v1/code/index", body.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private String id(String qualifiedName) {
        JsonNode symbols = symbols(qualifiedName).path("symbols");
        assertThat(symbols).as(qualifiedName).isNotEmpty();
        return symbols.get(0).path("id").asText();
    }

    private JsonNode symbols(String name) {
        return http.get(Http.query("/v1/code/symbols", "name", name, "repository", REPOSITORY))
                .json();
    }

    private JsonNode graph(String question, String of) {
        return http.get("/v1/code/graph/" + question + "/" + id(of)).json();
    }

    private JsonNode path(String from, String to) {
        return http.post(
                        "/v1/code/graph/path",
                        "{\"source_node_id\":\"%s\",\"target_node_id\":\"%s\"}".formatted(id(from), id(to)))
                .json();
    }

    private static List<String> names(JsonNode symbols) {
        return symbols.findValuesAsText("qualified_name");
    }

    /** The edge leads to the first of those that fit; of the others nobody may believe that nothing calls them. */
    @Test
    void ofAnOverloadThatFitsAsWell_callersAreALowerBound() {
        index(Map.of(
                "src/over.kt",
                "fun pick(a: Int) {}\n\nfun pick(a: String) {}\n\nfun caller(x: Any) {\n    pick(x)\n}\n"));
        List<JsonNode> callers = symbols("pick")
                .path("symbols")
                .valueStream()
                .map(symbol -> http.get(
                                "/v1/code/graph/callers/" + symbol.path("id").asText())
                        .json())
                .toList();

        assertThat(callers).hasSize(2);
        assertThat(callers).extracting(answer -> answer.path("total").asInt()).containsExactlyInAnyOrder(1, 0);
        assertThat(callers)
                .filteredOn(answer -> answer.path("total").asInt() == 0)
                .allSatisfy(answer -> {
                    assertThat(answer.toString()).contains("lower_bound");
                    assertThat(answer.toString()).contains("\"unresolved_sites\":1");
                });
    }

    @Test
    void ofAType_callersImpactAndPathIncludeItsMembers() {
        JsonNode callers = graph("callers", "shop.Price");
        JsonNode impact = graph("impact", "shop.Price");
        JsonNode path = path("shop.Order", "shop.Price");

        assertThat(names(callers.path("callers"))).contains("shop.Order.total").doesNotContain("shop.Price.amount");
        assertThat(callers.path("total").asInt()).isPositive();
        assertThat(callers.path("members_included").asBoolean()).isTrue();
        assertThat(callers.path("completeness").asText()).isEqualTo("exact");
        assertThat(names(impact.path("affected"))).contains("shop.Order.total", "shop.Cheap");
        assertThat(impact.path("members_included").asBoolean()).isTrue();
        assertThat(path.path("found").asBoolean()).isTrue();
        assertThat(path.at("/path/0").asText()).isEqualTo(id("shop.Order"));
        assertThat(path.path("nodes")
                        .get(path.path("nodes").size() - 1)
                        .path("qualified_name")
                        .asText())
                .isEqualTo("shop.Price");
        assertThat(graph("callers", "shop.Order.total").path("members_included").asBoolean())
                .isFalse();
    }

    @Test
    void ofATypeWhoseMethodsStandInAnotherFile_callersAreTheirs() {
        index(Map.of(
                "boxes/crate.go",
                "package boxes\n\ntype Crate struct{}\n",
                "boxes/size.go",
                "package boxes\n\nfunc (c Crate) Size() int {\n    return 1\n}\n\n"
                        + "func Largest(c Crate) int {\n    return c.Size()\n}\n"));

        JsonNode callers = graph("callers", "boxes.Crate");

        assertThat(names(callers.path("callers"))).containsExactly("boxes.Largest");
        assertThat(callers.path("members_included").asBoolean()).isTrue();
    }

    @Test
    void export_namesFilesOfWhichNothingIsKnown() {
        String export = Http.query("/v1/code/graph/export", "repository", REPOSITORY);
        assertThat(http.get(export).body()).doesNotContain("unknown");

        http.post(
                "/v1/code/index",
                "{\"repository\":\"%s\",\"build_graph\":false,\"files\":[{\"path\":\"New.java\",\"content\":\"class New {}\"}]}"
                        .formatted(REPOSITORY));

        assertThat(http.get(export).body().lines().map(Http::tree))
                .filteredOn(line -> line.path("type").asText().equals("unknown"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.path("file").asText()).isEqualTo("New.java");
                    assertThat(line.path("reason").asText()).isEqualTo("not_resolved");
                });
    }

    @Test
    void path_saysHowEachStepLeads() {
        JsonNode path = path("shop.Order.guess", "shop.Cheap.amount");

        assertThat(path.path("steps").findValuesAsText("relationship"))
                .startsWith("calls")
                .contains("may_dispatch");
        JsonNode first = path.at("/steps/0");
        assertThat(first.path("file_path").asText()).isEqualTo("src/shop/Order.java");
        assertThat(first.path("lines").toString()).isEqualTo("[9]");
        assertThat(first.path("rule").asText()).isEqualTo("receiver");
        assertThat(path.path("nodes")).hasSize(path.path("path_length").asInt());
    }

    @Test
    void overrides_areFollowedOverSeveralTypes() {
        assertThat(names(graph("callers", "shop.Cheap.amount").path("callers"))).contains("shop.Order.guess");
        assertThat(names(graph("impact", "shop.Amount.amount").path("affected")))
                .contains("shop.Price.amount", "shop.Cheap.amount");
    }

    @Test
    void constructors_areSoughtByTheNameOfTheirType() {
        assertThat(graph("callers", "Box.__init__").path("completeness").asText())
                .isEqualTo("exact");

        index(Map.of("tools/make.py", "def make(module):\n    return module.Box(1)\n"));

        assertThat(graph("callers", "Box.__init__").path("completeness").asText())
                .isEqualTo("lower_bound");
        assertThat(graph("callers", "Box.__init__").path("unresolved_sites").asInt())
                .isEqualTo(1);
    }

    @Test
    void fileThatCannotBeRead_makesAnswersLowerBoundsUntilItCan() {
        String tooLong = "package shop;\nclass Long {\n    int total = new Order().total(); // " + "x".repeat(2_000_000)
                + "\n}\n";
        JsonNode outcome = index(Map.of("src/shop/Long.java", tooLong));
        assertThat(outcome.path("errors")).hasSize(1);

        for (JsonNode answer : List.of(
                graph("callers", "shop.Order.total"),
                graph("impact", "shop.Order.total"),
                path("shop.Price.value", "shop.Order.total"),
                http.post("/v1/code/graph/traverse", "{\"start_node_id\":\"" + id("shop.Order.total") + "\"}")
                        .json(),
                http.get("/v1/code/graph/stats/" + REPOSITORY).json(),
                symbols("shop.Order"))) {
            assertThat(answer.path("completeness").asText()).isEqualTo("lower_bound");
            assertThat(answer.path("unread_files").asInt()).isEqualTo(1);
        }
        assertThat(outline().path("completeness").asText())
                .as("of a file that was read")
                .isEqualTo("exact");
        index(Map.of("src/shop/Long.java", "package shop;\nclass Long {}\n"));
        assertThat(graph("callers", "shop.Order.total").path("unread_files").asInt())
                .isZero();
        assertThat(graph("callers", "shop.Order.total").path("completeness").asText())
                .isEqualTo("exact");
    }

    private JsonNode outline() {
        return http.get(Http.query("/v1/code/outline", "repository", REPOSITORY, "path", "src/shop/Price.java"))
                .json();
    }

    @Test
    void everyAnswer_saysHowCompleteItIs() {
        JsonNode built = http.post("/v1/code/graph/build", "{\"repository\":\"" + REPOSITORY + "\"}")
                .json();
        JsonNode map = http.get(Http.query("/v1/code/map", "repository", REPOSITORY, "max_tokens", "50"))
                .json();

        for (JsonNode answer : List.of(
                built, http.get("/v1/code/graph/stats/" + REPOSITORY).json(), outline(), symbols("shop.Order"))) {
            assertThat(answer.path("completeness").asText()).isEqualTo("exact");
            assertThat(answer.path("stale").isBoolean()).isTrue();
        }
        assertThat(map.path("truncated").asBoolean()).isTrue();
        assertThat(map.path("completeness").asText()).isEqualTo("lower_bound");
        assertThat(names(outline().path("symbols"))).doesNotContain("shop.Price.<init>");
    }

    @Test
    void symbols_countAllAndSuggestWhereThereAreNone() {
        JsonNode cut = http.get(
                        Http.query("/v1/code/symbols", "name", "amount", "repository", REPOSITORY, "limit", "1"))
                .json();
        JsonNode none = symbols("shop.Price.amountOf");

        assertThat(cut.path("symbols")).hasSize(1);
        assertThat(cut.path("total").asInt()).isEqualTo(4);
        assertThat(cut.path("truncated").asBoolean()).isTrue();
        assertThat(none.path("symbols")).isEmpty();
        assertThat(names(none.path("suggestions"))).contains("shop.Price.amount");
        assertThat(cut.has("suggestions")).isFalse();
    }
}
