package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.e2e.Http.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The graph of code: contract section 4.3, and who calls whom, impact, symbols, outline, map and export. */
class HttpCodeGraphTest {

    private static final String REPOSITORY = "team/graph";

    private static final Map<String, String> FILES = Map.of(
            "src/shop/Order.java",
            """
            package shop;

            public class Order {
                private final Price price = new Price();

                public int total() {
                    return price.amount() + price.amount();
                }
            }
            """,
            "src/shop/Price.java",
            """
            package shop;

            import java.util.List;

            public class Price implements Amount {
                @Override
                public int amount() {
                    return List.of(1).size();
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
            "src/test/java/shop/OrderTest.java",
            """
            package shop;

            class OrderTest {
                void total_isTheSum() {
                    new Order().total();
                }
            }
            """);

    private final Http http = SharedServer.http();

    @BeforeEach
    void repository() {
        http.delete("/v1/code/index/repositories/" + REPOSITORY);
        index(REPOSITORY, FILES, List.of());
    }

    @Test
    void index_countsNodesAndEdges() {
        http.delete("/v1/code/index/repositories/" + REPOSITORY);
        JsonNode outcome = index(REPOSITORY, FILES, List.of());

        assertThat(outcome.path("indexed_files").asInt()).isEqualTo(4);
        assertThat(outcome.path("indexed_nodes").asInt()).isPositive();
        assertThat(outcome.path("indexed_edges").asInt()).isPositive();
        JsonNode removed =
                http.delete("/v1/code/index/repositories/" + REPOSITORY).json();
        assertThat(removed.path("deleted_nodes").asInt()).isPositive();
        assertThat(removed.path("deleted_edges").asInt()).isPositive();
    }

    @Test
    void build_twice_changesNothing() {
        JsonNode first = build(REPOSITORY);
        List<String> export = export(REPOSITORY);

        JsonNode second = build(REPOSITORY);

        assertThat(second.path("total_nodes")).isEqualTo(first.path("total_nodes"));
        assertThat(second.path("total_edges")).isEqualTo(first.path("total_edges"));
        assertThat(second.at("/nodes_by_type/class").asInt()).isEqualTo(3);
        assertThat(second.at("/nodes_by_type/interface").asInt()).isEqualTo(1);
        assertThat(second.path("edges_by_type").path("inherits").asInt()).isEqualTo(1);
        assertThat(second.path("resolution_accuracy").asDouble()).isEqualTo(100.0);
        assertThat(second.path("construction_time_seconds").isNumber()).isTrue();
        assertThat(export(REPOSITORY)).isEqualTo(export);
        JsonNode stats = http.get("/v1/code/graph/stats/" + REPOSITORY).json();
        assertThat(stats.path("repository").asText()).isEqualTo(REPOSITORY);
        assertThat(stats.path("edges_by_type")).isEqualTo(second.path("edges_by_type"));
        JsonNode nobody =
                http.post("/v1/code/graph/build", "{\"repository\":\"nobody\"}").json();
        assertThat(nobody.path("total_nodes").asInt()).isZero();
        assertThat(nobody.path("resolution_accuracy").isNull()).isTrue();
    }

    @Test
    void callers_haveLinesRuleAndSayWhetherTheyAreAll() {
        JsonNode total =
                http.get("/v1/code/graph/callers/" + id("shop.Order.total")).json();
        JsonNode amount =
                http.get("/v1/code/graph/callers/" + id("shop.Price.amount")).json();

        assertThat(total.at("/callers/0/qualified_name").asText()).isEqualTo("shop.OrderTest.total_isTheSum");
        assertThat(total.at("/callers/0/is_test").asBoolean()).isTrue();
        assertThat(total.at("/callers/0/lines").toString()).isEqualTo("[5]");
        assertThat(total.path("completeness").asText()).isEqualTo("exact");
        assertThat(amount.at("/callers/0/qualified_name").asText()).isEqualTo("shop.Order.total");
        assertThat(amount.at("/callers/0/lines").toString()).isEqualTo("[7,7]");
        assertThat(amount.at("/callers/0/rule").asText()).isEqualTo("receiver");
        assertThat(amount.path("completeness").asText()).isEqualTo("exact");
    }

    @Test
    void callers_whileEdgesAreBehindTheFiles_areALowerBound() {
        Answer behind = http.post(
                "/v1/code/index",
                "{\"repository\":\"%s\",\"build_graph\":false,\"files\":[{\"path\":\"New.java\",\"content\":\"class New {}\"}]}"
                        .formatted(REPOSITORY));
        assertThat(behind.status()).isEqualTo(201);
        String callers = "/v1/code/graph/callers/" + id("shop.Order.total");

        assertThat(http.get(callers).json().path("completeness").asText()).isEqualTo("lower_bound");
        assertThat(http.get(callers).json().path("stale").asBoolean()).isTrue();
        build(REPOSITORY);
        assertThat(http.get(callers).json().path("completeness").asText()).isEqualTo("exact");
    }

    @Test
    void callees_listWhatHasNoEdgeWithItsReason() {
        JsonNode callees =
                http.get("/v1/code/graph/callees/" + id("shop.Price.amount")).json();

        assertThat(callees.path("callees")).isEmpty();
        assertThat(callees.path("unresolved").findValuesAsText("reason")).containsOnly("external");
        assertThat(callees.path("completeness").asText()).isEqualTo("exact");
    }

    @Test
    void impact_goesThroughCallersAndMarksTests() {
        JsonNode impact =
                http.get("/v1/code/graph/impact/" + id("shop.Price.amount")).json();

        assertThat(impact.path("affected").findValuesAsText("qualified_name"))
                .containsSubsequence("shop.Order.total", "shop.OrderTest.total_isTheSum");
        assertThat(impact.path("tests").asInt()).isEqualTo(1);
    }

    @Test
    void path_countsNodesAndIsDirected() {
        String test = id("shop.OrderTest.total_isTheSum");
        String amount = id("shop.Price.amount");
        String body = "{\"source_node_id\":\"%s\",\"target_node_id\":\"%s\"}";

        JsonNode there =
                http.post("/v1/code/graph/path", body.formatted(test, amount)).json();
        JsonNode back =
                http.post("/v1/code/graph/path", body.formatted(amount, test)).json();

        assertThat(there.path("found").asBoolean()).isTrue();
        assertThat(there.path("path_length").asInt()).isEqualTo(3);
        assertThat(there.path("path").get(1).asText()).isEqualTo(id("shop.Order.total"));
        assertThat(back.path("found").asBoolean()).isFalse();
        assertThat(back.path("path").isNull()).isTrue();
        assertThat(back.path("path_length").asInt()).isZero();
    }

    @Test
    void traverse_showsNodesAsV1Did() {
        String start = id("shop.Order.total");
        JsonNode found = http.post(
                        "/v1/code/graph/traverse", "{\"start_node_id\":\"" + start + "\",\"relationship\":\"calls\"}")
                .json();

        assertThat(found.path("start_node").asText()).isEqualTo(start);
        assertThat(found.path("direction").asText()).isEqualTo("outbound");
        assertThat(found.path("relationship").asText()).isEqualTo("calls");
        assertThat(found.path("max_depth").asInt()).isEqualTo(3);
        assertThat(found.path("total_nodes").asInt()).isEqualTo(1);
        assertThat(found.at("/nodes/0/label").asText()).isEqualTo("shop.Price.amount");
        assertThat(found.at("/nodes/0/node_type").asText()).isEqualTo("method");
        assertThat(found.at("/nodes/0/properties/file_path").asText()).isEqualTo("src/shop/Price.java");
        assertThat(found.at("/nodes/0/created_at").asText()).endsWith("Z");
        JsonNode nobody = http.post("/v1/code/graph/traverse", "{\"start_node_id\":\"" + UUID.randomUUID() + "\"}")
                .json();
        assertThat(nobody.path("nodes")).isEmpty();
        assertThat(nobody.path("relationship").asText()).isEqualTo("any");
        Answer sideways = http.post(
                "/v1/code/graph/traverse", "{\"start_node_id\":\"" + start + "\",\"direction\":\"sideways\"}");
        assertThat(sideways.status()).isEqualTo(400);
        assertThat(sideways.sentence()).contains("sideways").contains("outbound");
    }

    @Test
    void outlineMapAndSymbols_showDefinitions() {
        JsonNode outline = http.get(
                        Http.query("/v1/code/outline", "repository", REPOSITORY, "path", "src/shop/Order.java"))
                .json();
        JsonNode map = http.get(Http.query("/v1/code/map", "repository", REPOSITORY, "max_tokens", "200"))
                .json();

        assertThat(outline.path("symbols").findValuesAsText("qualified_name"))
                .contains("shop.Order", "shop.Order.total");
        assertThat(map.path("map").asText()).contains("src/shop/Price.java:").contains("shop.Price.amount()");
        assertThat(map.path("tokens").asInt()).isLessThanOrEqualTo(200);
        assertThat(http.get("/v1/code/symbols?name=OrT&repository=" + REPOSITORY)
                        .json()
                        .path("symbols")
                        .findValuesAsText("name"))
                .contains("OrderTest");
        assertThat(http.get("/v1/code/symbols?name=noSuchThing").json().path("symbols"))
                .isEmpty();
        assertThat(http.get(Http.query("/v1/code/outline", "repository", REPOSITORY, "path", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(http.get("/v1/code/map?repository=nobody").sentence()).contains("nobody");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/code/graph/callers/x, 422",
        "/v1/code/graph/callers/00000000-0000-0000-0000-000000000000, 404",
        "/v1/code/graph/impact/00000000-0000-0000-0000-000000000000?max_depth=11, 422",
        "/v1/code/symbols, 422",
        "/v1/code/symbols?name=%20, 400",
        "/v1/code/map?repository=a&max_tokens=1, 422",
        "/v1/code/graph/export, 422",
    })
    void badRequest_isRefusedWithASentence(String path, int status) {
        Answer answer = http.get(path);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("detail").isMissingNode()).isFalse();
    }

    /** Edits, renames, moves and deletions one after another give the graph that indexing afresh gives. */
    @Test
    void incremental_equalsFull() {
        long seed = Long.getLong("mnemolite.seed", System.nanoTime());
        System.out.println("incremental: repeat with -Dmnemolite.seed=" + seed);
        Random random = new Random(seed);
        TreeMap<String, String> files = new TreeMap<>(FILES);
        for (int step = 0; step < 12; step++) {
            TreeMap<String, String> before = new TreeMap<>(files);
            edit(files, random, step);
            Map<String, String> changed = new HashMap<>();
            files.forEach((path, text) -> {
                if (!text.equals(before.get(path))) {
                    changed.put(path, text);
                }
            });
            List<String> gone = before.keySet().stream()
                    .filter(path -> !files.containsKey(path))
                    .toList();
            index(REPOSITORY, changed, gone);

            http.delete("/v1/code/index/repositories/fresh");
            index("fresh", files, List.of());
            assertThat(export(REPOSITORY)).as("after step " + step).isEqualTo(export("fresh"));
        }
        http.delete("/v1/code/index/repositories/fresh");
    }

    private static void edit(Map<String, String> files, Random random, int step) {
        List<String> paths = new ArrayList<>(files.keySet());
        String path = paths.get(random.nextInt(paths.size()));
        String text = files.getOrDefault(path, "");
        switch (random.nextInt(5)) {
            case 0 -> files.put(path, text.replace("amount", "sum"));
            case 1 -> files.put(path, text.replace("sum", "amount"));
            case 2 -> {
                files.remove(path);
                files.put("src/moved" + step + "/" + path.substring(path.lastIndexOf('/') + 1), text);
            }
            case 3 -> {
                if (files.size() > 2) {
                    files.remove(path);
                } else {
                    files.putAll(FILES);
                }
            }
            default ->
                files.put(
                        "src/shop/New" + step + ".java",
                        "package shop;\nclass New" + step + " extends Order {\n    int twice(Amount a) {\n"
                                + "        return total() + a.amount() + new Price().sum();\n    }\n}\n");
        }
    }

    private JsonNode index(String repository, Map<String, String> files, List<String> deleted) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("repository", repository);
        ArrayNode array = body.putArray("files");
        files.forEach((path, content) -> array.addObject().put("path", path).put("content", content));
        ArrayNode gone = body.putArray("deleted_paths");
        deleted.forEach(gone::add);
        Answer answer = http.post("/v1/code/index", body.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().path("errors")).as(answer.body()).isEmpty();
        return answer.json();
    }

    private JsonNode build(String repository) {
        return http.post("/v1/code/graph/build", "{\"repository\":\"" + repository + "\"}")
                .json();
    }

    private String id(String qualifiedName) {
        JsonNode symbols = http.get(Http.query("/v1/code/symbols", "name", qualifiedName, "repository", REPOSITORY))
                .json()
                .path("symbols");
        assertThat(symbols).as(qualifiedName).isNotEmpty();
        return symbols.get(0).path("id").asText();
    }

    /** The lines of an export, sorted, ids (which depend on the repository's name) as what they stand for. */
    private List<String> export(String repository) {
        List<JsonNode> lines = http.get(Http.query("/v1/code/graph/export", "repository", repository))
                .body()
                .lines()
                .map(Http::tree)
                .toList();
        Map<String, String> names = new HashMap<>();
        for (JsonNode line : lines) {
            if (line.path("type").asText().equals("symbol")) {
                names.put(
                        line.path("id").asText(),
                        line.path("file").asText() + " "
                                + line.path("qualified_name").asText() + " "
                                + line.path("start_line").asText());
            }
        }
        TreeSet<String> sorted = new TreeSet<>();
        for (JsonNode line : lines) {
            String text = line.toString();
            for (String member : List.of("id", "source", "target")) {
                String id = line.path(member).asText();
                text = names.containsKey(id) ? text.replace(id, names.getOrDefault(id, "")) : text;
            }
            sorted.add(text);
        }
        return List.copyOf(sorted);
    }
}
