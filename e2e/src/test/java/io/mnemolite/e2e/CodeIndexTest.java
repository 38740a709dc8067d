package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mnemolite.e2e.Http.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /v1/code/index}: contract section 4.1. */
class CodeIndexTest {

    private static final String REPOSITORY = "team/index-test";

    private final Http http = SharedServer.http();

    @AfterEach
    void forget() {
        http.delete("/v1/code/index/repositories/" + REPOSITORY);
    }

    private JsonNode figures() {
        for (JsonNode repository :
                http.get("/v1/code/index/repositories").json().path("repositories")) {
            if (repository.path("repository").asText().equals(REPOSITORY)) {
                return repository;
            }
        }
        return JsonNodeFactory.instance.missingNode();
    }

    private List<String> lexical(String query) {
        List<String> names = new ArrayList<>();
        http.post(
                        "/v1/code/search/lexical",
                        "{\"query\":\"" + query + "\",\"filters\":{\"repository\":\"" + REPOSITORY + "\"}}")
                .json()
                .path("results")
                .forEach(result -> names.add(result.path("name").asText()));
        return names;
    }

    @Test
    void index_files_answersWithEveryMember() {
        JsonNode answer = CodeCorpus.demo(REPOSITORY).index(http);

        assertThat(answer.path("repository").asText()).isEqualTo(REPOSITORY);
        assertThat(answer.path("indexed_files").asInt()).isEqualTo(2);
        assertThat(answer.path("indexed_chunks").asInt()).isGreaterThanOrEqualTo(6);
        assertThat(answer.path("failed_files").asInt()).isZero();
        assertThat(answer.path("errors")).isEmpty();
        for (String member : List.of("indexed_nodes", "indexed_edges", "processing_time_ms")) {
            assertThat(answer.path(member).isNumber()).as(member).isTrue();
        }
        assertThat(lexical("readLine").getFirst()).isEqualTo("readLine");
        assertThat(lexical("sum of squares").getFirst()).isEqualTo("sum_of_squares");
        JsonNode figures = figures();
        assertThat(figures.path("file_count").asInt()).isEqualTo(2);
        assertThat(figures.path("chunk_count").asInt())
                .isEqualTo(answer.path("indexed_chunks").asInt());
        assertThat(figures.path("last_indexed").asText()).endsWith("Z");
    }

    @Test
    void index_again_changesNothingAndNothingTwice() {
        JsonNode first = CodeCorpus.demo(REPOSITORY).index(http);
        JsonNode again = CodeCorpus.demo(REPOSITORY).index(http);

        assertThat(again.path("unchanged_files").asInt()).isEqualTo(2);
        assertThat(again.path("indexed_files").asInt()).isEqualTo(2);
        assertThat(again.path("indexed_chunks")).isEqualTo(first.path("indexed_chunks"));
        assertThat(figures().path("chunk_count").asInt())
                .isEqualTo(first.path("indexed_chunks").asInt());
        assertThat(lexical("readLine")).containsOnlyOnce("readLine");
    }

    @Test
    void index_changedFile_replacesWhatWasKnownOfIt() {
        CodeCorpus.demo(REPOSITORY).index(http);
        CodeCorpus.of(REPOSITORY)
                .file("src/LineReader.java", CodeCorpus.READER.replace("readLine", "fetchRow"))
                .index(http);

        assertThat(lexical("fetchRow").getFirst()).isEqualTo("fetchRow");
        assertThat(lexical("readLine")).doesNotContain("readLine");
        assertThat(figures().path("file_count").asInt()).isEqualTo(2);
    }

    @Test
    void index_badFiles_standInErrorsAndTheOthersAreIndexed() {
        JsonNode answer = CodeCorpus.of(REPOSITORY)
                .file("good.py", "def good():\n    pass\n")
                .file("binary.py", "a\0b")
                .file("half.py", "a\uD83Db")
                .file("../escape.py", "x = 1\n")
                .file("/etc/passwd.py", "x = 1\n")
                .file("x".repeat(1_200) + ".py", "x = 1\n")
                .file("unknown.zzz", "x = 1\n")
                .file("one-line.js", "var a = [" + "1,".repeat(1_000_000) + "1];")
                .file("nested.js", "(".repeat(10_000) + ")".repeat(10_000))
                .index(http);

        assertThat(answer.path("failed_files").asInt()).isGreaterThanOrEqualTo(5);
        List<String> failed = new ArrayList<>();
        answer.path("errors").forEach(error -> failed.add(error.path("file").asText()));
        assertThat(failed)
                .contains("binary.py", "../escape.py", "/etc/passwd.py", "unknown.zzz")
                .doesNotContain("good.py");
        assertThat(answer.path("errors"))
                .allSatisfy(error -> assertThat(error.path("error").asText()).endsWith("."));
        assertThat(lexical("good").getFirst()).isEqualTo("good");
    }

    @Test
    void index_deletedPaths_leave() {
        CodeCorpus.demo(REPOSITORY).index(http);
        JsonNode answer = CodeCorpus.of(REPOSITORY)
                .with("deleted_paths", JsonNodeFactory.instance.arrayNode().add("tools/totals.py"))
                .index(http);

        assertThat(answer.path("deleted_files").asInt()).isEqualTo(1);
        assertThat(lexical("sum_of_squares")).doesNotContain("sum_of_squares");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                     | missing ["body","repository"]
            {"repository":"r"}                                     | missing ["body","files"]
            {"repository":1,"files":[]}                            | string_type ["body","repository"]
            {"repository":"","files":[]}                           | string_too_short ["body","repository"]
            {"repository":"r","files":{}}                          | list_type ["body","files"]
            {"repository":"r","files":[1]}                         | dict_type ["body","files",0]
            {"repository":"r","files":[{"path":"a.py"}]}           | missing ["body","files",0,"content"]
            {"repository":"r","files":[{"path":1,"content":""}]}   | string_type ["body","files",0,"path"]
            {"repository":"r","files":[],"build_graph":"perhaps"}  | bool_parsing ["body","build_graph"]
            {"repository":"r\\u0000","files":[]}                   | value_error ["body","repository"]
            {"repository":"r","files":[                            | json_invalid ["body"]
            []                                                     | dict_type ["body"]
            """)
    void index_wrongShape_is422(String body, String violation) {
        Answer answer = http.post("/v1/code/index", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violation()).isEqualTo(violation);
    }

    @Test
    void index_longRepositoryName_is422() {
        Answer answer = http.post("/v1/code/index", "{\"repository\":\"" + "r".repeat(201) + "\",\"files\":[]}");

        assertThat(answer.violation()).isEqualTo("string_too_long [\"body\",\"repository\"]");
    }

    @Test
    void delete_aRepositoryWithSlashesInItsName_forgetsIt() {
        JsonNode indexed = CodeCorpus.demo(REPOSITORY).index(http);
        JsonNode graph = http.get("/v1/code/graph/stats/" + REPOSITORY).json();

        Answer answer = http.delete("/v1/code/index/repositories/" + REPOSITORY + "/");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("repository").asText()).isEqualTo(REPOSITORY);
        assertThat(answer.json().path("deleted_chunks")).isEqualTo(indexed.path("indexed_chunks"));
        assertThat(answer.json().path("deleted_nodes").asInt()).isPositive();
        assertThat(answer.json().path("deleted_nodes")).isEqualTo(graph.path("total_nodes"));
        assertThat(answer.json().path("deleted_edges")).isEqualTo(graph.path("total_edges"));
        assertThat(lexical("line")).isEmpty();
        assertThat(figures().isMissingNode()).isTrue();
    }

    @Test
    void delete_anUnknownRepository_isZeros() {
        Answer answer = http.delete("/v1/code/index/repositories/never%2Fseen");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"repository\":\"never/seen\",\"deleted_files\":0,\"deleted_chunks\":0,\"deleted_nodes\":0,"
                                + "\"deleted_edges\":0}");
    }

    @Test
    void files_listHashesAPageAtATime() throws Exception {
        CodeCorpus corpus = CodeCorpus.of(REPOSITORY);
        IntStream.range(0, 5).forEach(n -> corpus.file("f" + n + ".py", "x = " + n + "\n"));
        corpus.index(http);

        List<String> seen = new ArrayList<>();
        String path = Http.query("/v1/code/index/files", "repository", REPOSITORY, "limit", "2");
        JsonNode page = http.get(path).json();
        while (true) {
            page.path("files")
                    .forEach(file -> seen.add(file.path("path").asText()
                            + " " + file.path("content_hash").asText() + " "
                            + file.path("current").asBoolean()));
            if (page.path("next_cursor").isNull()) {
                break;
            }
            page = http.get(path + "&cursor=" + page.path("next_cursor").asText())
                    .json();
        }

        assertThat(seen).hasSize(5).contains("f3.py " + sha256("x = 3\n") + " true");
        assertThat(http.get("/v1/code/index/files").violation()).isEqualTo("missing [\"query\",\"repository\"]");
        assertThat(http.get(path + "&cursor=x").violation()).isEqualTo("uuid_parsing [\"query\",\"cursor\"]");
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void status_tellsHowFarTheVectorsAreAndWhatFailed() {
        CodeCorpus.demo(REPOSITORY).file("bad.py", "a\0b").index(http);

        Polling.until(
                "every vector is made",
                Duration.ofSeconds(30),
                () -> status().path("vectors_awaited").asInt(1) == 0);
        JsonNode status = status();

        assertThat(status.path("vectors_percent").asDouble()).isEqualTo(100);
        assertThat(status.path("vectors_wanted")).isEqualTo(status.path("chunk_count"));
        assertThat(status.path("error_count").asInt()).isEqualTo(1);
        assertThat(status.path("errors").path(0).path("file").asText()).isEqualTo("bad.py");
    }

    private JsonNode status() {
        for (JsonNode repository : http.get("/v1/code/index/status").json().path("repositories")) {
            if (repository.path("repository").asText().equals(REPOSITORY)) {
                return repository;
            }
        }
        return JsonNodeFactory.instance.missingNode();
    }

    @Test
    void withoutEmbeddings_noVectorIsWanted() {
        CodeCorpus.demo(REPOSITORY).with("generate_embeddings", false).index(http);

        assertThat(status().path("vectors_wanted").asInt()).isZero();
    }

    @Test
    void health_namesTheServices() {
        Answer answer = http.get("/v1/code/index/health");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asText()).isEqualTo("healthy");
        assertThat(answer.json().path("database").asText()).isEqualTo("connected");
        assertThat(answer.json().path("required_tables").asText()).isEqualTo("8/8");
        assertThat(answer.json().path("services").toString())
                .isEqualTo(
                        "[\"code_chunking\",\"metadata_extraction\",\"embedding_generation\",\"graph_construction\"]");
    }
}
