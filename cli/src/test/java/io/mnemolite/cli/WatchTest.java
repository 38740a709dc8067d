package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.CommandLineRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchTest extends ServerTest {

    private static final String ONE =
            "{\"indexed_files\":1,\"indexed_chunks\":3,\"unchanged_files\":0,\"deleted_files\":0,\"errors\":[]}";
    private static final String GONE =
            "{\"indexed_files\":0,\"indexed_chunks\":0,\"unchanged_files\":0,\"deleted_files\":1,\"errors\":[]}";

    private final BlockingQueue<JsonNode> sent = new LinkedBlockingQueue<>();
    private Path source = Path.of("");

    @BeforeEach
    void makeDirectory() throws IOException {
        source = Files.createDirectory(folder.resolve("atlas"));
        server.on("GET /v1/code/index/files", 200, "{\"files\":[],\"next_cursor\":null}")
                .on("GET /v1/code/graph/stats/atlas", 200, "{\"total_nodes\":1}");
    }

    private void answer(int status, String json) {
        server.on("POST /v1/code/index", (exchange, body) -> {
            StubServer.send(exchange, status, json);
            sent.add(json(body));
        });
    }

    private JsonNode next() throws InterruptedException {
        return Objects.requireNonNull(sent.poll(60, TimeUnit.SECONDS), "Nothing was sent.");
    }

    /** Old enough to be settled. */
    private void write(String path, String content, int second) throws IOException {
        // Appears whole, so that no round sees half of it.
        Path file = Files.writeString(folder.resolve("new"), content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_000_000 + second)));
        Files.move(file, source.resolve(path), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String text(JsonNode request, String pointer) {
        return request.at(pointer).asText();
    }

    @Test
    void changes_areSentRoundByRoundUntilTheEnd() throws Exception {
        answer(201, ONE);
        answer(201, ONE);
        answer(201, ONE);
        answer(201, GONE);
        write("a.py", "print(1)", 1);
        FutureTask<Result> run = new FutureTask<>(() -> run("index", source.toString(), "--watch"));
        Thread thread = Thread.ofPlatform().start(run);

        assertThat(text(next(), "/files/0/path")).isEqualTo("a.py");
        write("b.py", "print(2)", 1);
        JsonNode added = next();
        assertThat(added.path("files")).hasSize(1);
        assertThat(text(added, "/files/0/path")).isEqualTo("b.py");
        assertThat(added.path("build_graph").asBoolean()).isTrue();
        write("a.py", "print(3)", 2);
        assertThat(text(next(), "/files/0/content")).isEqualTo("print(3)");
        Files.delete(source.resolve("b.py"));
        JsonNode deleted = next();
        assertThat(deleted.path("files")).isEmpty();
        assertThat(deleted.path("deleted_paths")).isEqualTo(json("[\"b.py\"]"));

        Result result = ended(run, thread);
        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines().skip(3).map(line -> line.substring(line.indexOf(' ') + 1)))
                .startsWith(
                        "1 file indexed, 0 unchanged, 0 deleted, 3 chunks, 0.0 s",
                        "1 file indexed, 0 unchanged, 0 deleted, 3 chunks, 0.0 s");
        assertThat(result.err()).startsWith("Watching ");
    }

    @Test
    void serverThatWasAway_isAskedAnewAndToldAgain() throws Exception {
        answer(201, ONE);
        answer(503, "{\"detail\":\"The server is stopping.\"}");
        answer(503, "{\"detail\":\"The server is stopping.\"}");
        answer(201, ONE);
        write("a.py", "print(1)", 1);
        FutureTask<Result> run = new FutureTask<>(() -> run("index", source.toString(), "--watch"));
        Thread thread = Thread.ofPlatform().start(run);
        next();
        write("b.py", "print(2)", 1);
        assertThat(text(next(), "/files/0/path")).isEqualTo("b.py");
        // The server may have lost everything: this one says that it knows nothing.
        assertThat(next().path("files")).hasSize(2);
        assertThat(next().path("files")).hasSize(2);
        write("c.py", "print(3)", 1);
        assertThat(next().path("files")).hasSize(1);

        Result result = ended(run, thread);
        assertThat(result.err().lines().skip(1))
                .containsExactly(
                        "The server is stopping.",
                        "Trying again until it works; Ctrl-C ends.",
                        "The server answers again.");
    }

    private static Result ended(FutureTask<Result> run, Thread thread) throws Exception {
        thread.interrupt();
        return run.get(60, TimeUnit.SECONDS);
    }
}
