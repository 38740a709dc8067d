package io.mnemolite.e2e.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments that a tool cannot take: the agent reads which, and what to send instead. */
class ToolArgumentsTest extends AgentServers {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            remember     | {}                                                      | 'text' is missing
            remember     | {"text":"  "}                                           | 'text' is missing
            remember     | {"text":5}                                              | 'text' is 5
            remember     | {"text":true}                                           | 'text' is true
            remember     | {"txt":"x"}                                             | no argument 'txt'
            remember     | {"text":"x","metadata":[]}                              | 'metadata' is []
            remember     | {"text":"x","metadata":"y"}                             | 'metadata'
            remember     | {"text":"x","links":{}}                                 | 'links'
            remember     | {"text":"x","links":[{}]}                               | links
            remember     | {"text":"x","links":[null]}                             | links
            remember     | {"text":"x","links":[{"to":"y"}]}                       | 'y' is no event id
            remember     | {"text":"x","timestamp":"yesterday"}                    | 'timestamp' is 'yesterday'
            remember     | {"text":"a\\u0000b"}                                    | text
            remember     | {"text":"\\ud800"}                                      | text
            recall       | {"limit":0}                                             | 'limit' is 0
            recall       | {"limit":101}                                           | 'limit' is 101
            recall       | {"limit":1.5}                                           | 'limit' is 1.5
            recall       | {"limit":"5"}                                           | 'limit' is "5"
            recall       | {"limit":99999999999}                                   | 'limit' is 99999999999
            recall       | {"offset":-1}                                           | 'offset' is -1
            recall       | {"max_tokens":1}                                        | 'max_tokens' is 1
            recall       | {"max_tokens":1000001}                                  | 'max_tokens' is 1000001
            recall       | {"mode":"magic","query":"x"}                            | The mode is 'magic'
            recall       | {"recency_days":0,"query":"x"}                          | recency_days is 0
            recall       | {"recency_days":-1,"query":"x"}                         | recency_days is -1
            recall       | {"recency_days":1e400,"query":"x"}                      | number is too large
            recall       | {"since":"32.13.2026"}                                  | 'since' is '32.13.2026'
            recall       | {"explain":"yes"}                                       | 'explain'
            recall       | {"query":["x"]}                                         | 'query'
            get          | {}                                                      | 'ids' is missing
            get          | {"ids":[]}                                              | 0 ids
            get          | {"ids":[null]}                                          | ids
            get          | {"ids":[5]}                                             | ids
            get          | {"ids":["1-1-1-1-1"]}                                   | '1-1-1-1-1' is no event id
            get          | {"ids":"01890a5d-ac96-774b-bcce-b302099a8057"}          | 'ids'
            get          | {"ids":["01890a5d-ac96-774b-bcce-b302099a8057"],"offset":-5} | 'offset' is -5
            forget       | {}                                                      | either ids, or a filter
            forget       | {"metadata":{}}                                         | would delete every memory
            forget       | {"ids":[]}                                              | 0 ids
            forget       | {"ids":[null]}                                          | ids
            forget       | {"ids":["x"],"metadata":{"a":1}}                        | either ids, or a filter
            forget       | {"dry_run":false}                                       | either ids, or a filter
            search_code  | {}                                                      | 'query' is missing
            search_code  | {"query":"x","mode":"fuzzy"}                            | The mode is 'fuzzy'
            search_code  | {"query":"(","mode":"regex"}                            | (
            search_code  | {"query":"x","lines":-1}                                | 'lines' is -1
            search_code  | {"query":"x","limit":0}                                 | 'limit' is 0
            explore_code | {}                                                      | 'action' is missing
            explore_code | {"action":"dance"}                                      | The action is 'dance'
            explore_code | {"action":"callers"}                                    | 'symbol' is missing
            explore_code | {"action":"outline"}                                    | 'path' is missing
            explore_code | {"action":"symbol","symbol":"()"}                       | has no name
            explore_code | {"action":"symbol","symbol":"NoSuchSymbol"}             | no symbol 'NoSuchSymbol'
            explore_code | {"action":"map","repository":"nowhere"}                 | 'nowhere'
            index_code   | {}                                                      | 'directory' is missing
            index_code   | {"directory":5}                                         | 'directory' is 5
            """)
    void call_badArguments_areNamedInASentence(String tool, String arguments, String sentence) {
        ToolReply reply = raw(tool, arguments);

        assertThat(reply.failure()).contains(sentence).doesNotContain("unexpected failure");
        assertThat(reply.structured().isMissingNode()).isTrue();
    }

    @Test
    void call_deepMetadata_isRefused() {
        String deep = "{\"a\":".repeat(500) + "1" + "}".repeat(500);

        McpAnswer answer = post("remember", "{\"text\":\"x\",\"metadata\":" + deep + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error().path("message").asText()).contains("nesting");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            recall       | {"query":null,"metadata":null,"limit":null,"explain":null}
            remember     | {"text":"nulls","metadata":{"a":null},"links":null,"timestamp":null}
            get          | {"ids":["01890a5d-ac96-774b-bcce-b302099a8057"],"offset":null}
            forget       | {"ids":["01890a5d-ac96-774b-bcce-b302099a8057"],"metadata":null,"dry_run":null}
            search_code  | {"query":"x","mode":null,"repository":null}
            """)
    void call_optionalArgumentsThatAreNull_areLikeAbsentOnes(String tool, String arguments) {
        assertThat(raw(tool, arguments).isError()).isFalse();
    }

    @Test
    void call_unknownTool_isAnErrorOfTheProtocol() {
        JsonNode answer = client().request("tools/call", Map.of("name", "nope"));

        assertThat(answer.path("error").path("code").asInt()).isEqualTo(-32602);
    }

    @Test
    void call_numbers_areKeptAsByTheOtherEntrance() {
        String metadata = "{\"large\":12345678901234567890123,\"fine\":1.10,\"small\":1E-30}";
        String id = raw("remember", "{\"text\":\"digits\",\"metadata\":" + metadata + "}")
                .expected()
                .path("id")
                .asText();

        String kept = http().get("/v1/events/" + id).body();

        String expected = http().store("{\"text\":\"digits\"}", metadata).body();
        assertThat(metadata(kept)).isEqualTo(metadata(expected)).contains("12345678901234567890123");
    }

    /** The metadata as they stand in the body of an event. */
    private static String metadata(String body) {
        int from = body.indexOf("\"metadata\":");
        return body.substring(from, body.indexOf('}', from) + 1);
    }

    private ToolReply raw(String tool, String arguments) {
        return ToolReply.of(post(tool, arguments).response());
    }

    private McpAnswer post(String tool, String arguments) {
        return SessionClient.post(
                http(),
                "/mcp",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                        + "\",\"arguments\":" + arguments + "}}",
                "Mcp-Session-Id",
                client().session());
    }

    @Test
    void call_noArguments_recallsTheNewest() {
        String newest = client().remember("the newest of all");

        assertThat(client().call("recall", Map.of())
                        .expected()
                        .path("memories")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo(newest);
    }
}
