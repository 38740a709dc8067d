package io.mnemolite.e2e.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tools that index, search and explore code, as an agent uses them. */
class CodeToolsTest extends AgentServers {

    @BeforeAll
    void index() {
        JsonNode outcome = client().call(
                        "index_code", Map.of("directory", server().shop("shop").toString()))
                .expected();
        assertThat(outcome.path("repository").asText()).isEqualTo("shop");
        assertThat(outcome.path("files").asInt()).isEqualTo(2);
        assertThat(outcome.path("failed").asInt()).isZero();
        assertThat(outcome.path("symbols").asInt()).isPositive();
    }

    @Test
    void indexCode_again_readsWhatChanged() throws IOException {
        Path directory = server().shop("changing");
        client().call("index_code", Map.of("directory", directory.toString())).expected();
        Files.delete(directory.resolve("src/shop/Checkout.java"));
        Files.writeString(directory.resolve("src/shop/Gift.java"), "package shop;\nclass Gift {}\n");

        JsonNode outcome = client().call("index_code", Map.of("directory", directory.toString()))
                .expected();

        assertThat(outcome.path("unchanged").asInt()).isEqualTo(1);
        assertThat(outcome.path("removed").asInt()).isEqualTo(1);
        JsonNode gone = client().call(
                        "search_code", Map.of("query", "withTax", "mode", "literal", "repository", "changing"))
                .expected();
        assertThat(gone.path("hits")).isEmpty();
        assertThat(gone.path("completeness").asText()).isEqualTo("exact");
        assertThat(gone.path("empty_because").asText()).contains("No line holds the text");
        ToolReply callers = client().call(
                        "explore_code", Map.of("action", "callers", "symbol", "Cart.total", "repository", "changing"));
        assertThat(callers.expected().path("symbols")).isEmpty();
        assertThat(callers.text()).startsWith("No callers of");
    }

    @Test
    void searchCode_everyMode_findsTheMethod() {
        JsonNode hybrid = search(Map.of("query", "price of everything in cents", "repository", "shop"));
        JsonNode literal = search(Map.of("query", "return cents;", "mode", "literal", "repository", "shop"));
        JsonNode regex = search(Map.of("query", "int\\s+total", "mode", "regex", "repository", "shop"));

        assertThat(hybrid.path("hits").findValuesAsText("path")).contains("src/shop/Cart.java");
        assertThat(literal.path("hits")).hasSize(1);
        assertThat(literal.path("completeness").asText()).isEqualTo("exact");
        assertThat(literal.path("hits").path(0).path("source").asText()).contains("return cents;");
        assertThat(literal.path("hits").path(0).path("line").asInt()).isEqualTo(13);
        assertThat(regex.path("hits").findValuesAsText("source")).allMatch(line -> line.contains("int total"));
    }

    @Test
    void searchCode_unknownRepository_saysSo() {
        JsonNode answer = search(Map.of("query", "x", "repository", "nowhere"));

        assertThat(answer.path("empty_because").asText())
                .isEqualTo("No repository 'nowhere' is indexed; index it with index_code.");
    }

    @Test
    void explore_callersCalleesImpactPath_agree() {
        assertThat(names("callers", "Cart.total")).containsExactly("shop.Checkout.charge(Cart)");
        assertThat(names("callees", "Checkout.charge")).contains("shop.Cart.total()", "shop.Checkout.withTax(int)");
        assertThat(names("impact", "Cart.total")).contains("shop.Checkout.charge(Cart)");
        JsonNode path = client().call(
                        "explore_code",
                        Map.of("action", "path", "symbol", "Checkout.charge", "to", "Cart.total", "repository", "shop"))
                .expected();
        assertThat(path.path("symbols").findValuesAsText("name"))
                .containsExactly("shop.Checkout.charge(Cart)", "shop.Cart.total()");
        assertThat(path.path("completeness").asText()).isEqualTo("exact");
    }

    @Test
    void explore_symbol_showsItsSource() {
        JsonNode answer = explore(Map.of("action", "symbol", "symbol", "Checkout.withTax", "repository", "shop"));

        assertThat(answer.path("text").asText()).contains("return cents + cents / 5;");
        String id = answer.path("symbols").path(0).path("id").asText();
        assertThat(explore(Map.of("action", "symbol", "symbol", id)).path("text"))
                .isEqualTo(answer.path("text"));
        String resource = client().request("resources/read", Map.of("uri", "mnemolite://symbol/" + id))
                .path("result")
                .path("contents")
                .path(0)
                .path("text")
                .asText();
        assertThat(resource).contains("src/shop/Checkout.java").contains("return cents + cents / 5;");
    }

    @Test
    void explore_nameOfMany_asksWhich() throws IOException {
        Path directory = server().shop("twins");
        Files.writeString(
                directory.resolve("src/shop/Twins.java"),
                "package shop;\nclass Twins {\n  void a(int x) {}\n  void a(String x) {}\n}\n");
        client().call("index_code", Map.of("directory", directory.toString())).expected();

        JsonNode answer = explore(Map.of("action", "callers", "symbol", "Twins.a", "repository", "twins"));

        assertThat(answer.path("symbols")).hasSize(2);
        assertThat(answer.path("subject").asText()).contains("names 2 symbols");
        JsonNode one = explore(Map.of("action", "symbol", "symbol", "Twins.a(int)", "repository", "twins"));
        assertThat(one.path("text").asText()).contains("void a(int x)");
    }

    @Test
    void explore_nameOfMoreThanAreLookedAt_doesNotSayThatTheseAreAll() throws IOException {
        Path directory = server().shop("crowd");
        StringBuilder classes = new StringBuilder("package shop;\n");
        for (int i = 0; i < 60; i++) {
            classes.append("class C").append(i).append(" { void same() {} }\n");
        }
        Files.writeString(directory.resolve("src/shop/Crowd.java"), classes.toString());
        client().call("index_code", Map.of("directory", directory.toString())).expected();

        JsonNode answer =
                explore(Map.of("action", "callers", "symbol", "same", "repository", "crowd", "max_tokens", 20_000));

        assertThat(answer.path("subject").asText()).contains("names at least 50 symbols");
        assertThat(answer.path("completeness").asText()).isEqualTo("lower_bound");
    }

    @Test
    void explore_aType_isAskedAboutWithItsMembers() {
        JsonNode callers = explore(Map.of("action", "callers", "symbol", "shop.Cart", "repository", "shop"));

        assertThat(callers.path("symbols").findValuesAsText("name")).contains("shop.Checkout.charge(Cart)");
        assertThat(callers.path("subject").asText()).endsWith("and its members");
    }

    @Test
    void explore_outlineAndMap_nameWhatIsDefined() {
        JsonNode outline = explore(Map.of("action", "outline", "path", "src/shop/Cart.java", "repository", "shop"));
        ToolReply map = client().call("explore_code", Map.of("action", "map", "repository", "shop"));
        String resource = client().request("resources/read", Map.of("uri", "mnemolite://map/shop"))
                .toString();

        assertThat(outline.path("symbols").findValuesAsText("name"))
                .contains("shop.Cart", "shop.Cart.add(int)", "shop.Cart.total()");
        assertThat(map.expected().path("text").asText()).contains("Cart.java").contains("total");
        assertThat(resource).contains("Cart.java").contains("total");
    }

    private List<String> names(String action, String symbol) {
        return explore(Map.of("action", action, "symbol", symbol, "repository", "shop"))
                .path("symbols")
                .findValuesAsText("name");
    }

    private JsonNode explore(Map<String, ?> arguments) {
        return client().call("explore_code", arguments).expected();
    }

    private JsonNode search(Map<String, ?> arguments) {
        return client().call("search_code", arguments).expected();
    }
}
