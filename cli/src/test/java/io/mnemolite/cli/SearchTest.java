package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.cli.CommandLineRun.Result;
import org.junit.jupiter.api.Test;

class SearchTest extends ServerTest {

    private static final String FOUND =
            "{\"events\":[{\"id\":\"e1\",\"timestamp\":\"2026-05-07T12:00:00Z\",\"content\":{\"text\":\""
                    + "word ".repeat(100)
                    + "\"},\"metadata\":{\"project\":\"atlas\"},\"explanation\":{\"lexical_rank\":1,\"distance\":null}},"
                    + "{\"id\":\"e2\",\"timestamp\":\"2026-05-10T11:59:50Z\",\"content\":{\"n\":1},\"metadata\":{}}],"
                    + "\"total\":7,\"total_relation\":\"gte\"}";

    @Test
    void hits_areWrappedIn80Columns() {
        server.on("POST /v1/search/", 200, FOUND);
        Result result = run("search", "some", "words");
        assertThat(result.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(result.out())
                .startsWith(" 1. 3 days ago (2026-05-07T12:00:00Z)\n    word word")
                .contains("…\n    project=atlas\n    e1\n 2. just now")
                .contains("\n    {\"n\":1}\n    e2\n")
                .endsWith("\n\n2 of at least 7 memories.\n")
                .doesNotContain("lexical_rank");
        assertThat(sentBody())
                .isEqualTo(json("{\"mode\":\"hybrid\",\"limit\":10,\"explain\":false,\"include_embedding\":false,"
                        + "\"query\":\"some words\"}"));
    }

    @Test
    void filtersAndMode_areSent() {
        server.on("POST /v1/search/", 200, FOUND);
        Result result = run(
                "search",
                "--mode",
                "lexical",
                "--limit",
                "3",
                "--meta",
                "project=atlas",
                "--since",
                "7d",
                "--until",
                "2026-05-09",
                "--explain");
        assertThat(result.out()).contains("lexical_rank=1").doesNotContain("distance");
        assertThat(sentBody())
                .isEqualTo(json("{\"mode\":\"lexical\",\"limit\":3,\"explain\":true,\"include_embedding\":false,"
                        + "\"metadata\":{\"project\":\"atlas\"},\"ts_start\":\"2026-05-03T12:00:00Z\","
                        + "\"ts_end\":\"2026-05-09\"}"));
    }

    @Test
    void nothingFound_saysWhy() {
        server.on("POST /v1/search/", 200, "{\"events\":[],\"total\":0}")
                .on(
                        "POST /v1/search/",
                        200,
                        "{\"events\":[],\"total\":0,\"explanation\":{\"empty_because\":[\"No event is stored yet.\"]}}");
        Result result = run("search", "x");
        assertThat(result.out()).isEqualTo("Nothing found.\nNo event is stored yet.\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void controlCharacters_neverReachTheTerminal() {
        server.on(
                "POST /v1/search/",
                200,
                "{\"events\":[{\"id\":\"e\",\"timestamp\":\"x\\u001b\",\"content\":{\"text\":\"a\\u001b[2Jb\\u0007\\u009b\"},"
                        + "\"metadata\":{\"k\\u001b\":\"v\\u001b\"}}],\"total\":1}");
        assertThat(run("search").out())
                .doesNotContain("\u001B")
                .doesNotContain("\u009B")
                .contains("a[2Jb");
    }

    @Test
    void json_isTheAnswer() {
        server.on("POST /v1/search/", 200, FOUND);
        assertThat(json(run("search", "x", "--json").out())).isEqualTo(json(FOUND));
    }
}
