package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.cli.CommandLineRun.Result;
import org.junit.jupiter.api.Test;

/** Finding code, and what is indexed. */
class CodeSearchTest extends ServerTest {

    private static final String HIT =
            "{\"rank\":1,\"rrf_score\":0.0161,\"lexical_score\":7.5,\"vector_similarity\":null,"
                    + "\"name\":\"run\",\"chunk_type\":\"method\",\"file_path\":\"src/Job.java\",\"language\":\"java\","
                    + "\"source_code\":\"void run() {\\n}\",\"explanation\":{\"lexical_rank\":2,\"vector_rank\":null,"
                    + "\"demoted\":true},\"metadata\":{\"qualified_name\":\"atlas.Job.run\",\"signature\":\"void run()\","
                    + "\"docstring\":\"" + "Runs. ".repeat(40)
                    + "\",\"start_line\":12,\"repository\":\"atlas\",\"is_test\":true}}";

    @Test
    void hits_showNameSignatureDocumentationAndPlace() {
        server.on("POST /v1/code/search/hybrid", 200, "{\"results\":[" + HIT + "],\"metadata\":{}}");
        Result result = run("code", "search", "run", "a job", "--explain");
        assertThat(result.err()).isEmpty();
        assertThat(result.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(result.out())
                .startsWith(" 1. method atlas.Job.run  test\n    void run()\n    Runs. Runs. ")
                .contains("…\n    src/Job.java:12  in atlas\n")
                .endsWith("    rank by words 2, score 0.0161, score by words 7.5000, ranked lower as a test\n"
                        + "    or generated\n");
        assertThat(sentBody()).isEqualTo(json("{\"query\":\"run a job\",\"top_k\":10}"));
    }

    @Test
    void filtersAndModes_areSent() {
        server.on("POST /v1/code/search/hybrid", 200, "{\"results\":[]}")
                .on("POST /v1/code/search/lexical", 200, "{\"results\":[]}");
        Result result = run(
                "code",
                "search",
                "x",
                "--mode",
                "vector",
                "--repository",
                "atlas",
                "--language",
                "java",
                "--path",
                "src/");
        assertThat(result.out()).isEqualTo("Nothing found.\n");
        assertThat(sentBody())
                .isEqualTo(json("{\"query\":\"x\",\"top_k\":10,\"enable_lexical\":false,\"filters\":"
                        + "{\"repository\":\"atlas\",\"language\":\"java\",\"file_path\":\"src/\"}}"));
        run("code", "search", "x", "--mode", "lexical", "--limit", "3");
        assertThat(sentBody()).isEqualTo(json("{\"query\":\"x\",\"limit\":3}"));
    }

    @Test
    void missingVectors_areSaid() {
        server.on(
                "POST /v1/code/search/hybrid",
                200,
                "{\"results\":[" + HIT + "],\"metadata\":{\"vector_missing_because\":\"The model is away.\"}}");
        assertThat(run("code", "search", "x", "--repository", "atlas").out())
                .contains("\n    src/Job.java:12\n")
                .endsWith("\nBy words alone: The model is away.\n");
    }

    @Test
    void literal_isShownAsGrepDoes() {
        server.on(
                "POST /v1/code/search/text",
                200,
                "{\"files\":[{\"repository\":\"atlas\",\"file_path\":\"a.py\",\"language\":\"python\",\"matches\":["
                        + "{\"line\":9,\"end_line\":10,\"column\":1,\"text\":\"one(\\n\\ttwo)\\u001b\",\"before\":[\"zero\"],"
                        + "\"after\":[\"three\"]}]}],\"total_files\":1,\"total_lines\":1,\"completeness\":\"lower_bound\","
                        + "\"cut_because\":\"the limit of 1 lines\"}");
        Result result = run("code", "search", "one(", "two", "--mode", "literal", "--context", "1", "--ignore-case");
        assertThat(result.out()).isEqualTo("""
                a.py  in atlas
                     8- zero
                     9: one(
                    10:     two)
                    11- three
                1 match in 1 file, lower bound (the limit of 1 lines)
                """);
        assertThat(sentBody())
                .isEqualTo(json("{\"pattern\":\"one( two\",\"mode\":\"literal\",\"limit\":50,\"context\":1,"
                        + "\"case_sensitive\":false}"));
    }

    @Test
    void optionsOfAnotherMode_areWrongUsage() {
        Result result = run("code", "search", "x", "--context", "1");
        assertThat(result.err()).isEqualTo("--context and --ignore-case belong to --mode literal and --mode regex.\n");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(run("code", "search").exitCode()).isEqualTo(2);
    }

    @Test
    void map_isPrintedAsItIs() {
        String map = "{\"map\":\"src/A.java\\n  class A\\n\\tvoid run()\\u001b\\n\",\"symbols_shown\":2,"
                + "\"symbols_total\":1500,\"tokens\":12}";
        server.on("GET /v1/code/map", 200, map);
        assertThat(run("code", "map", "a/b", "--max-tokens", "50", "--focus", "x y")
                        .out())
                .isEqualTo("""
                src/A.java
                  class A
                    void run()
                2 of 1,500 symbols, about 12 tokens.
                """);
        assertThat(server.requests().getLast().target())
                .isEqualTo("/v1/code/map?repository=a%2Fb&max_tokens=50&focus=x+y");
        assertThat(json(run("code", "map", "a", "--json").out())).isEqualTo(json(map));
    }

    @Test
    void outline_isNested() {
        server.on(
                "GET /v1/code/outline",
                200,
                "{\"symbols\":[{\"kind\":\"class\",\"name\":\"A\",\"signature\":\"class A\",\"start_line\":1,\"end_line\":20},"
                        + "{\"kind\":\"method\",\"name\":\"a\",\"signature\":\"\",\"start_line\":2,\"end_line\":5},"
                        + "{\"kind\":\"method\",\"name\":\"b\",\"signature\":\"int,T\",\"start_line\":6,\"end_line\":20},"
                        + "{\"kind\":\"class\",\"name\":\"B\",\"signature\":\"class B\",\"start_line\":21,\"end_line\":21}]}");
        assertThat(run("code", "outline", "atlas", "src/A.java").out()).isEqualTo("""
                     1  class A
                     2    method a()
                     6    method b(int, T)
                    21  class B
                """);
    }

    @Test
    void repositories_showWhatIsMissing() {
        server.on(
                        "GET /v1/code/index/status",
                        200,
                        "{\"repositories\":[{\"repository\":\"atlas\",\"file_count\":1200,\"chunk_count\":9000,"
                                + "\"last_indexed\":\"2026-05-10T11:00:00Z\",\"vectors_awaited\":10,\"vectors_percent\":99.8,"
                                + "\"error_count\":1}]}")
                .on("GET /v1/code/index/status", 200, "{\"repositories\":[]}");
        assertThat(run("code", "repositories").out()).isEqualTo("""
                atlas
                    1,200 files, 9,000 chunks, 99.8 % of the vectors made, 1 file with problems,
                    indexed 1 hour ago
                """);
        assertThat(run("code", "repositories").out()).startsWith("No repository is indexed.");
    }

    @Test
    void delete_saysWhatIsForgotten() {
        server.on(
                        "DELETE /v1/code/index/repositories/a/b c",
                        200,
                        "{\"repository\":\"a/b c\",\"deleted_files\":3,\"deleted_chunks\":1000}")
                .on("DELETE /v1/code/index/repositories/x", 200, "{\"deleted_files\":0,\"deleted_chunks\":0}");
        assertThat(run("code", "delete", "a/b c").out()).isEqualTo("Forgot a/b c: 3 files, 1,000 chunks.\n");
        Result unknown = run("code", "delete", "x");
        assertThat(unknown.err()).isEqualTo("There is no repository 'x'; see: mnemolite code repositories\n");
        assertThat(unknown.exitCode()).isEqualTo(1);
    }

    @Test
    void code_byItselfAndItsHelp_listEveryCommand() {
        Result bare = run("code");
        assertThat(bare.exitCode()).isEqualTo(2);
        Result help = run("code", "--help");
        assertThat(help.exitCode()).isZero();
        for (String command : new String[] {"search", "symbol", "callers", "impact", "map", "repositories", "delete"}) {
            assertThat(help.out()).containsPattern("(?m)^  " + command + " ");
            assertThat(bare.err()).containsPattern("(?m)^  " + command + " ");
            assertThat(run("code", command, "--help").out())
                    .contains("mnemolite code " + command)
                    .contains("--json");
        }
        assertThat(run("code", "forget").exitCode()).isEqualTo(2);
    }
}
