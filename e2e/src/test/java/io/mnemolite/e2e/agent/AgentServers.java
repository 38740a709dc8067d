package io.mnemolite.e2e.agent;

import io.mnemolite.e2e.Http;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What tests on one server have in common: it starts before the first of a class, and ends with the last. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AgentServers {

    private @Nullable AgentServer server;
    private @Nullable SessionClient client;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = AgentServer.start(folder);
        client = SessionClient.connect(server.http());
    }

    @AfterAll
    void stop() {
        server().close();
    }

    AgentServer server() {
        return Objects.requireNonNull(server);
    }

    Http http() {
        return server().http();
    }

    /** A client that sees everything. */
    SessionClient client() {
        return Objects.requireNonNull(client);
    }
}
