package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.CommandLineRun.Result;
import io.mnemolite.cli.StubServer.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IndexTest extends ServerTest {

    private static final String SENT =
            "{\"indexed_files\":2,\"indexed_chunks\":5,\"failed_files\":0,\"unchanged_files\":0,"
                    + "\"deleted_files\":0,\"errors\":[]}";
    private static final String FIGURES =
            "{\"total_nodes\":1234,\"total_edges\":56,\"resolution_accuracy\":98.7,\"edges_by_type\":{}}";

    private Path source = Path.of("");

    @BeforeEach
    void makeDirectory() throws IOException {
        source = Files.createDirectory(folder.resolve("atlas"));
    }

    private void write(String path, String content) throws IOException {
        Path file = source.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void serverKnows(String files) {
        server.on("GET /v1/code/index/files", 200, "{\"files\":[" + files + "],\"next_cursor\":null}")
                .on("POST /v1/code/graph/build", 200, FIGURES)
                .on("GET /v1/code/graph/stats/atlas", 200, FIGURES);
    }

    private List<JsonNode> sent() {
        return server.requests().stream()
                .filter(request -> request.target().equals("/v1/code/index"))
                .map(request -> json(request.body()))
                .toList();
    }

    private long builds() {
        return server.requests().stream()
                .filter(request -> request.target().equals("/v1/code/graph/build"))
                .count();
    }

    private static List<String> paths(JsonNode request) {
        List<String> paths = new ArrayList<>();
        request.path("files").forEach(file -> paths.add(file.path("path").asText()));
        return paths;
    }

    private Result index(String... more) {
        List<String> arguments = new ArrayList<>(List.of("index", source.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void smallDirectory_isOneRequest() throws IOException {
        write("b.py", "print(1)\n");
        write("src/a.py", "print('ä')\n");
        serverKnows("");
        server.on("POST /v1/code/index", 201, SENT);
        Result result = index();
        assertThat(result.err()).isEmpty();
        assertThat(sent())
                .containsExactly(json("{\"repository\":\"atlas\",\"build_graph\":true,\"files\":["
                        + "{\"path\":\"b.py\",\"content\":\"print(1)\\n\"},"
                        + "{\"path\":\"src/a.py\",\"content\":\"print('ä')\\n\"}],\"deleted_paths\":[]}"));
        assertThat(builds()).isZero();
        assertThat(result.out()).isEqualTo("""
                atlas: 2 files indexed, 0 unchanged, 0 deleted.
                Sent 21 B in 0.0 s.
                5 chunks made; the graph has 1,234 symbols and 56 edges; 98.7 % of the calls within the repository are resolved.
                """);
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void unchangedFile_isNotSentAndAGoneOneIsNamed() throws IOException {
        write("same.py", "print(1)");
        write("changed.py", "print(2)");
        write("outdated.py", "print(1)");
        String hash = sha256("print(1)");
        serverKnows(known("same.py", hash, true) + "," + known("changed.py", hash, true) + ","
                + known("outdated.py", hash, false) + "," + known("gone.py", hash, true));
        server.on(
                "POST /v1/code/index",
                201,
                "{\"indexed_files\":2,\"indexed_chunks\":2,\"unchanged_files\":0,\"deleted_files\":1,\"errors\":[]}");
        Result result = index("--repository", "a/b c");
        assertThat(sent()).hasSize(1);
        assertThat(paths(sent().getFirst())).containsExactly("changed.py", "outdated.py");
        assertThat(sent().getFirst().path("deleted_paths")).isEqualTo(json("[\"gone.py\"]"));
        assertThat(sent().getFirst().path("repository").asText()).isEqualTo("a/b c");
        assertThat(server.requests().getFirst().target())
                .isEqualTo("/v1/code/index/files?repository=a%2Fb+c&limit=10000");
        assertThat(server.requests().getLast().target()).isEqualTo("/v1/code/graph/stats/a/b%20c");
        // The stub has no figures of that name.
        assertThat(result.exitCode()).isEqualTo(4);
    }

    @Test
    void nothingChanged_onlyTheGraphIsEnsured() throws IOException {
        write("same.py", "print(1)");
        String hash = sha256("print(1)");
        server.on(
                "GET /v1/code/index/files",
                200,
                "{\"files\":[],\"next_cursor\":\"0c6e6f2c-0000-0000-0000-000000000000\"}");
        serverKnows(known("same.py", hash, true));
        Result result = index();
        assertThat(server.requests())
                .extracting(Request::target)
                .containsExactly(
                        "/v1/code/index/files?repository=atlas&limit=10000",
                        "/v1/code/index/files?repository=atlas&limit=10000"
                                + "&cursor=0c6e6f2c-0000-0000-0000-000000000000",
                        "/v1/code/graph/build");
        assertThat(result.out())
                .startsWith("atlas: 0 files indexed, 1 unchanged, 0 deleted.\nNothing to send, 0.0 s.\n");
    }

    @Test
    void manyFiles_areSentInBatchesAndTheGraphIsBuiltOnce() throws IOException {
        for (int i = 0; i < 450; i++) {
            write(String.format("f%03d.py", i), "print(" + i + ")");
        }
        serverKnows("");
        server.on("POST /v1/code/index", 201, SENT);
        assertThat(index().exitCode()).isZero();
        assertThat(sent()).extracting(body -> body.path("files").size()).containsExactlyInAnyOrder(200, 200, 50);
        assertThat(sent()).allMatch(body -> !body.path("build_graph").asBoolean(true));
        TreeSet<String> all = new TreeSet<>();
        sent().forEach(body -> all.addAll(paths(body)));
        assertThat(all).hasSize(450);
        assertThat(builds()).isEqualTo(1);
        assertThat(server.requests().getLast().target()).isEqualTo("/v1/code/graph/build");
    }

    @Test
    void largeFiles_areSentApart() throws IOException {
        for (String name : List.of("a.txt", "b.txt", "c.txt")) {
            write(name, "words and words\n".repeat(150_000));
        }
        serverKnows("");
        server.on("POST /v1/code/index", 201, SENT);
        assertThat(index().exitCode()).isZero();
        assertThat(sent())
                .extracting(IndexTest::paths)
                .containsExactlyInAnyOrder(List.of("a.txt"), List.of("b.txt"), List.of("c.txt"));
    }

    @Test
    void secretAndBinary_neverLeaveTheMachine() throws IOException {
        write("a.py", "print(1)");
        write(".env", "KEY=hunter2");
        write("data.txt", "bin\0ary");
        write("logo.png", "picture");
        write("ignored/x.py", "print(3)");
        write(".gitignore", "ignored/\n");
        serverKnows(known("data.txt", "0", true));
        server.on("POST /v1/code/index", 201, SENT);
        Result result = index("--verbose");
        assertThat(paths(sent().getFirst())).containsExactly(".gitignore", "a.py");
        assertThat(sent().getFirst().path("deleted_paths")).isEqualTo(json("[\"data.txt\"]"));
        assertThat(server.requests()).noneMatch(request -> request.body().contains("hunter2"));
        assertThat(result.out()).endsWith("""
                3 skipped:
                  may hold secrets: 1
                    .env
                  is binary: 2
                    logo.png
                    data.txt
                """);
        assertThat(index().out()).endsWith("""
                  may hold secrets: 1 (.env)
                  is binary: 2 (logo.png, data.txt)
                """);
    }

    @Test
    void problems_areShownAndFail() throws IOException {
        write("a.py", "print(1)");
        serverKnows("");
        server.on(
                "POST /v1/code/index",
                201,
                "{\"indexed_files\":0,\"failed_files\":1,\"errors\":[{\"file\":\"a.py\",\"error\":\"Too \\u001b deep.\"}]}");
        Result result = index();
        assertThat(result.err()).isEqualTo("a.py: Too deep.\n");
        assertThat(result.out()).startsWith("atlas: 0 files indexed, 0 unchanged, 0 deleted, 1 failed.\n");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void fileThatIsNoUtf8_isReadAsLatinAndSaid() throws IOException {
        Files.write(source.resolve("a.py"), "s = 'caf\u00e9'".getBytes(StandardCharsets.ISO_8859_1));
        serverKnows("");
        server.on(
                "POST /v1/code/index",
                201,
                "{\"indexed_files\":1,\"failed_files\":0,\"errors\":["
                        + "{\"file\":\"a.py\",\"error\":\"a.py has a long line.\"}]}");
        Result result = index();

        assertThat(sent().getLast().at("/files/0/content").asText()).isEqualTo("s = 'caf\u00e9'");
        assertThat(result.err())
                .isEqualTo("a.py has a long line.\na.py: Its bytes are no UTF-8; they were read as UTF-16 where they"
                        + " begin with its mark, else as ISO-8859-1.\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void textOfUnknownLanguage_isSentAgainAsText() throws IOException {
        write("a.py", "print(1)");
        write("notes.odd", "words");
        serverKnows("");
        server.on(
                        "POST /v1/code/index",
                        201,
                        "{\"indexed_files\":1,\"failed_files\":1,\"errors\":[{\"file\":\"notes.odd\",\"error\":"
                                + "\"The language cannot be told; name it, with \\\"text\\\" for plain text.\"}]}")
                .on("POST /v1/code/index", 201, "{\"indexed_files\":1,\"failed_files\":0,\"errors\":[]}");
        Result result = index();
        assertThat(sent().getLast())
                .isEqualTo(json("{\"repository\":\"atlas\",\"build_graph\":false,\"files\":[{\"path\":\"notes.odd\","
                        + "\"content\":\"words\",\"language\":\"text\"}],\"deleted_paths\":[]}"));
        assertThat(builds()).isEqualTo(1);
        assertThat(result.out()).startsWith("atlas: 2 files indexed, 0 unchanged, 0 deleted.\nSent 13 B");
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void refusal_saysHowToGoOn() throws IOException {
        write("a.py", "print(1)");
        serverKnows("");
        server.on("POST /v1/code/index", 503, "{\"detail\":\"The disk is full.\"}");
        Result result = index();
        assertThat(result.err())
                .isEqualTo("The disk is full.\nWhat was taken stays; run the same command again to go on.\n");
        assertThat(result.exitCode()).isEqualTo(4);
    }

    @Test
    void json_isOneDocument() throws IOException {
        write("a.py", "print(1)");
        write("key.pem", "x");
        serverKnows("");
        server.on("POST /v1/code/index", 201, SENT);
        JsonNode json = json(index("--json").out());
        assertThat(json.path("indexed_files").asInt()).isEqualTo(2);
        assertThat(json.path("resolution_accuracy").asDouble()).isEqualTo(98.7);
        assertThat(json.path("commit_hash").isNull()).isTrue();
        assertThat(json.path("skipped")).isEqualTo(json("[{\"path\":\"key.pem\",\"reason\":\"secret\"}]"));
    }

    @Test
    void wait_endsWithTheLastVector() throws IOException {
        write("a.py", "print(1)");
        serverKnows("");
        server.on("POST /v1/code/index", 201, SENT)
                .on("GET /v1/code/index/status", 200, status(3))
                .on("GET /v1/code/index/status", 200, status(0));
        assertThat(index("--wait").out()).endsWith("Every vector is made, 7 in all.\n");
        assertThat(server.requests().stream().filter(request -> request.target().endsWith("/status")))
                .hasSize(2);
    }

    @Test
    void anotherDirectoryOfThatName_isNotMixedUp() throws IOException {
        write("a.py", "print(1)");
        List<String> files = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            files.add(known("other" + i + ".py", "0", true));
        }
        serverKnows(String.join(",", files));
        Result result = index();
        assertThat(result.err())
                .startsWith("The server knows a repository 'atlas' of 10 files, none of which is in ")
                .contains("--repository");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(sent()).isEmpty();
    }

    @Test
    void noDirectory_isWrongUsage() {
        Result result = run("index", "/does/not/exist");
        assertThat(result.err())
                .isEqualTo("'/does/not/exist' is not a directory. Name the one that holds the source.\n");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    private static String status(int awaited) {
        return "{\"repositories\":[{\"repository\":\"other\",\"vectors_awaited\":9,\"vectors_wanted\":9},"
                + "{\"repository\":\"atlas\",\"vectors_awaited\":" + awaited + ",\"vectors_wanted\":7}]}";
    }

    static String known(String path, String hash, boolean current) {
        return "{\"path\":\"" + path + "\",\"content_hash\":\"" + hash + "\",\"current\":" + current + "}";
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
