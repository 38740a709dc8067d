package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.home.ServerState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mnemolite mcp} where no server runs: a script stands in for the launcher, a Java program for the server. */
class McpStartTest {

    @TempDir
    Path folder = Path.of("");

    private Path home() {
        return folder.resolve("home");
    }

    @AfterEach
    void endServer() {
        Optional<ServerState> state = ServerState.read(home());
        state.flatMap(known -> ProcessHandle.of(known.pid())).ifPresent(ProcessHandle::destroyForcibly);
    }

    private Path launcher(String... lines) throws IOException {
        Path script = Files.writeString(folder.resolve("launcher"), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    /** As the real one: the server in a session of its own, the end when it is ready. */
    private Path working() throws IOException {
        return launcher(
                "echo \"$@\" >>" + folder.resolve("starts"),
                "rm -f \"$4/server.json\"",
                "setsid " + Path.of(System.getProperty("java.home"), "bin", "java") + " -cp "
                        + System.getProperty("java.class.path") + " " + FakeMcpServer.class.getName()
                        + " \"$4\" quarkus-run.jar </dev/null >/dev/null 2>&1 &",
                "echo Starting the server",
                "while [ ! -f \"$4/server.json\" ]; do sleep 0.05; done",
                "echo http://127.0.0.1:1/not-protocol");
    }

    @Test
    void missingServer_isStartedOnceForAllClients() throws IOException, InterruptedException {
        Path launcher = working();
        List<ProxyClient> clients = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clients.add(new ProxyClient(home(), launcher));
        }
        for (ProxyClient client : clients) {
            JsonNode answer = client.initialize();
            assertThat(answer.path("id").asText()).isEqualTo("hello");
        }
        String said = "";
        for (ProxyClient client : clients) {
            client.endInput();
            said += client.end().err();
        }
        assertThat(said).contains("Starting the server");
        assertThat(Files.readAllLines(folder.resolve("starts"))).containsExactly("serve --detach --home " + home());
        assertThat(ServerState.read(home()).flatMap(state -> ProcessHandle.of(state.pid())))
                .hasValueSatisfying(process -> assertThat(process.isAlive()).isTrue());
    }

    @Test
    void killedServer_isReplaced() throws IOException, InterruptedException {
        try (ProxyClient client = new ProxyClient(home(), working())) {
            client.initialize();
            ProcessHandle first = ServerState.read(home())
                    .flatMap(state -> ProcessHandle.of(state.pid()))
                    .orElseThrow();
            first.destroyForcibly();
            first.onExit().join();
            client.send(ProxyClient.call(1, "a"));
            assertThat(client.next().has("result")).isTrue();
        }
        assertThat(Files.readAllLines(folder.resolve("starts"))).hasSize(2);
    }

    @Test
    void failedStart_isAnErrorWithWhatTheLauncherSaid() throws IOException, InterruptedException {
        Path launcher = launcher("echo 'The port 8001 is taken.' >&2", "exit 1");
        ProxyClient client = new ProxyClient(home(), launcher);
        assertThat(client.initialize().at("/error/message").asText())
                .isEqualTo("The server of " + home() + " could not be started.\nThe port 8001 is taken.");
        client.endInput();
        assertThat(client.end().err()).contains("The port 8001 is taken.\n");
    }

    @Test
    void endOfInputDuringAStart_endsTheLauncher() throws IOException, InterruptedException {
        Path pid = folder.resolve("pid");
        Path launcher = launcher("echo $$ >" + pid + ".new", "mv " + pid + ".new " + pid, "exec sleep 1000");
        ProxyClient client = new ProxyClient(home(), launcher, "--grace", "0");
        client.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{}}");
        while (!Files.exists(pid)) {
            Thread.onSpinWait();
        }
        client.endInput();
        assertThat(client.end().exitCode()).isZero();
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                .ifPresent(process -> process.onExit().join());
    }

    @Test
    void withoutALauncher_aMissingServerIsAnError() throws IOException, InterruptedException {
        try (ProxyClient client = new ProxyClient(home(), null)) {
            assertThat(client.initialize().at("/error/message").asText())
                    .isEqualTo("No MnemoLite server runs in " + home() + ". Start one with: mnemolite serve --detach");
        }
    }
}
