package io.mnemolite.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.CommandLineRun.Result;
import io.mnemolite.cli.api.Json;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A stub server and a command line that is pointed at it. */
abstract class ServerTest {

    final StubServer server = new StubServer();

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void stopServer() {
        server.close();
    }

    CommandLineRun commandLine() {
        return new CommandLineRun(folder.resolve("home")).with("MNEMOLITE_URL", server.url());
    }

    Result run(String... arguments) {
        return commandLine().run(arguments);
    }

    /** Fails when standard output is not exactly one document. */
    static JsonNode json(String text) {
        try {
            return Json.parse(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not one JSON document: " + text, e);
        }
    }

    static Stream<JsonNode> jsonLines(String text) {
        return text.lines().map(ServerTest::json);
    }

    JsonNode sentBody() {
        return json(server.requests().getLast().body());
    }
}
