package io.mnemolite.e2e.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client of one project cannot see, link, change or delete what belongs to another, in whichever revision it speaks. */
class ProjectBindingTest extends AgentServers {

    private String foreign = "";
    private String foreignSymbol = "";

    /** The revisions in which a client may come. */
    enum Kind {
        SESSION,
        STATELESS
    }

    @BeforeAll
    void fill() {
        foreign = client().call(
                        "remember",
                        Map.of("text", "the other's secret narwhal", "metadata", Map.of("project", "other")))
                .expected()
                .path("id")
                .asText();
        client().call("index_code", Map.of("directory", server().shop("other").toString()))
                .expected();
        foreignSymbol = client().call(
                        "explore_code", Map.of("action", "symbol", "symbol", "Cart.total", "repository", "other"))
                .expected()
                .path("symbols")
                .path(0)
                .path("id")
                .asText();
        assertThat(foreignSymbol).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void ownMemory_isSeen(Kind kind) {
        McpClient bound = bound(kind, "mine");

        String id = bound.remember("my own okapi " + kind);

        assertThat(bound.call("get", Map.of("ids", List.of(id))).expected().path("memories"))
                .hasSize(1);
        assertThat(http().get("/v1/events/" + id)
                        .json()
                        .path("metadata")
                        .path("project")
                        .asText())
                .isEqualTo("mine");
        assertThat(bound.call("recall", Map.of("query", "okapi", "mode", "words"))
                        .text())
                .contains(id);
        assertThat(resource(bound, "mnemolite://event/" + id)).contains("my own okapi");
        assertThat(bound.call("forget", Map.of("ids", List.of(id))).expected().path("deleted"))
                .hasToString("1");
    }

    @ParameterizedTest
    @EnumSource
    void otherMemory_doesNotExist(Kind kind) {
        McpClient bound = bound(kind, "mine");
        String unknown = "01890a5d-ac96-774b-bcce-b302099a8057";

        assertThat(bound.call("recall", Map.of("query", "narwhal")).message().toString())
                .doesNotContain(foreign)
                .doesNotContain("secret");
        assertThat(bound.call("recall", Map.of("metadata", Map.of("project", "other")))
                        .failure())
                .contains("bound to the project 'mine'");
        assertSameAsUnknown(bound, "get", "ids", unknown);
        assertSameAsUnknown(bound, "forget", "ids", unknown);
        assertThat(resource(bound, "mnemolite://event/" + foreign))
                .contains("error")
                .doesNotContain("narwhal");
        assertThat(bound.request("prompts/get", Map.of("name", "boot")).toString())
                .doesNotContain("narwhal")
                .doesNotContain("other");
        assertThat(http().get("/v1/events/" + foreign).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void otherMemory_cannotBeLinkedOrClaimed(Kind kind) {
        McpClient bound = bound(kind, "mine");

        assertThat(bound.call("remember", Map.of("text", "a linking okapi", "links", List.of(Map.of("to", foreign))))
                        .failure())
                .contains("There is no memory " + foreign);
        assertThat(bound.call("remember", Map.of("text", "x", "metadata", Map.of("project", "other")))
                        .failure())
                .contains("bound to the project 'mine'");
        assertThat(bound.call("forget", Map.of("metadata", Map.of("project", "other"), "dry_run", false))
                        .failure())
                .contains("bound to the project 'mine'");
        assertThat(bound.call("forget", Map.of("since", "2000-01-01", "dry_run", true))
                        .expected()
                        .path("matched")
                        .asLong())
                .isEqualTo(count("mine"));
    }

    @ParameterizedTest
    @EnumSource
    void otherRepository_doesNotExist(Kind kind) {
        McpClient bound = bound(kind, "mine");

        JsonNode found = bound.call("search_code", Map.of("query", "total")).expected();
        assertThat(found.path("hits")).isEmpty();
        assertThat(found.path("empty_because").asText()).contains("No repository 'mine'");
        for (Map<String, ?> arguments : List.of(
                Map.of("action", "symbol", "symbol", foreignSymbol),
                Map.of("action", "callers", "symbol", foreignSymbol),
                Map.of("action", "symbol", "symbol", "Cart.total"),
                Map.of("action", "map"),
                Map.of("action", "outline", "path", "src/shop/Cart.java"))) {
            assertThat(bound.call("explore_code", arguments).failure())
                    .as(arguments.toString())
                    .doesNotContain("other")
                    .doesNotContain("Cart.java:");
        }
        assertThat(bound.call("explore_code", Map.of("action", "map", "repository", "other"))
                        .failure())
                .contains("bound to the project 'mine'");
        assertThat(bound.call("search_code", Map.of("query", "total", "repository", "other"))
                        .failure())
                .contains("bound to the project 'mine'");
        assertThat(bound.call(
                                "index_code",
                                Map.of("directory", server().shop("third").toString(), "repository", "other"))
                        .failure())
                .contains("bound to the project 'mine'");
        assertThat(resource(bound, "mnemolite://map/other")).contains("error");
        assertThat(resource(bound, "mnemolite://symbol/" + foreignSymbol)).contains("error");
    }

    @ParameterizedTest
    @EnumSource
    void projectsWithOddNames_areKeptApart(Kind kind) {
        McpClient odd = bound(kind, "a%2Fb%20%C3%BC+");

        String id = odd.remember("an odd name's memory");

        assertThat(http().get("/v1/events/" + id)
                        .json()
                        .path("metadata")
                        .path("project")
                        .asText())
                .isEqualTo("a/b ü+");
    }

    @ParameterizedTest
    @EnumSource
    void indexing_goesIntoTheProjectsRepository(Kind kind) {
        McpClient bound = bound(kind, "own-" + kind);

        JsonNode outcome = bound.call(
                        "index_code",
                        Map.of("directory", server().shop("folder").toString()))
                .expected();

        assertThat(outcome.path("repository").asText()).isEqualTo("own-" + kind);
        assertThat(bound.call("explore_code", Map.of("action", "callers", "symbol", "Cart.total"))
                        .text())
                .contains("Checkout.charge");
    }

    @ParameterizedTest
    @EnumSource
    void sameKeyInAnotherProject_isAnotherMemory(Kind kind) {
        String first = remembered(kind, "one");
        String second = remembered(kind, "two");

        assertThat(second).isNotEqualTo(first);
        assertThat(bound(kind, "two")
                        .call("get", Map.of("ids", List.of(second)))
                        .expected()
                        .path("memories"))
                .hasSize(1);
    }

    /** The id of a memory that is remembered under the same key in whichever project. */
    private String remembered(Kind kind, String project) {
        Map<String, Object> meta = new HashMap<>(StatelessClient.META);
        meta.put("io.mnemolite/idempotency-key", "shared-key-" + kind);
        Map<String, ?> call = Map.of("name", "remember", "arguments", Map.of("text", "a memory of both"));
        JsonNode answer = switch (kind) {
            case SESSION ->
                SessionClient.of(http(), project)
                        .request(
                                "tools/call",
                                Map.of(
                                        "name",
                                        "remember",
                                        "arguments",
                                        Map.of("text", "a memory of both"),
                                        "_meta",
                                        Map.of("io.mnemolite/idempotency-key", "shared-key-" + kind)));
            case STATELESS ->
                new StatelessClient(http(), "/mcp/" + project)
                        .ask("tools/call", call, meta)
                        .response();
        };
        return ToolReply.of(answer).expected().path("id").asText();
    }

    @Test
    void sessionOfAClientThatSeesAll_isBoundByThePathOfEachRequest() {
        McpAnswer answer = SessionClient.post(
                http(),
                "/mcp/mine",
                Messages.request(1, "tools/call", Map.of("name", "get", "arguments", Map.of("ids", List.of(foreign))))
                        .toString(),
                "Mcp-Session-Id",
                client().session());

        assertThat(answer.http().body()).doesNotContain("narwhal");
    }

    private void assertSameAsUnknown(McpClient bound, String tool, String argument, String unknown) {
        String other = bound.call(tool, Map.of(argument, List.of(foreign)))
                .message()
                .path("result")
                .toString();
        String none = bound.call(tool, Map.of(argument, List.of(unknown)))
                .message()
                .path("result")
                .toString();
        assertThat(other.replace(foreign, unknown)).isEqualTo(none);
    }

    private long count(String project) {
        return client().call("recall", Map.of("metadata", Map.of("project", project)))
                .expected()
                .path("total")
                .asLong();
    }

    private static String resource(McpClient bound, String uri) {
        return bound.request("resources/read", Map.of("uri", uri)).toString();
    }

    private McpClient bound(Kind kind, String project) {
        return switch (kind) {
            case SESSION -> SessionClient.of(http(), project);
            case STATELESS -> new StatelessClient(http(), "/mcp/" + project);
        };
    }
}
