package io.mnemolite.deployment.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.slot.ScriptedServer.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlotServerTest {

    @TempDir
    Path directory;

    private ScriptedServer answers;
    private SlotProcess process;
    private SlotServer server;
    private volatile int looksWhileItFills = Integer.MAX_VALUE;

    private Reply reply(String request, String body) {
        if (!request.equals("GET /v1/index/status")) {
            return new Reply(200, "{}");
        }
        long looks = answers.requests().stream().filter(request::equals).count();
        return new Reply(200, looks > looksWhileItFills ? "{\"state\":\"ready\"}" : "{\"state\":\"filling\"}");
    }

    @BeforeEach
    void begin() throws IOException {
        answers = new ScriptedServer(this::reply);
        SlotHome home = new SlotHome(directory.resolve("slot"));
        home.configure("1.0.0", directory.resolve("none"), Map.of());
        process = new SlotProcess(home, answers.port());
        server = new SlotServer(home, process, new SlotClient(answers.port(), null));
    }

    @AfterEach
    void end() {
        process.find().forEach(ProcessHandle::destroyForcibly);
        server.client().close();
        answers.close();
    }

    @Test
    void start_releaseThatRuns_leavesItAlone() throws IOException {
        Path launcher = WaitingLauncher.make(directory.resolve("releases/1.0.0"));
        assertThat(server.start(launcher)).isEmpty();
        ProcessHandle first = WaitingLauncher.await(process);

        assertThat(server.start(launcher)).isEqualTo("runs as process " + first.pid());

        assertThat(process.find()).containsExactly(first);
    }

    /** Its name begins like that of the other. */
    @Test
    void start_anotherReleaseRuns_endsItFirst() throws IOException {
        Path old = WaitingLauncher.make(directory.resolve("releases/1.0.0"));
        Path fresh = WaitingLauncher.make(directory.resolve("releases/1.0"));
        server.start(old);
        ProcessHandle first = WaitingLauncher.await(process);

        assertThat(server.start(fresh)).isEmpty();

        ProcessHandle second = WaitingLauncher.await(process);
        assertThat(first.isAlive()).isFalse();
        assertThat(process.find()).containsExactly(second);
        assertThat(second.info().arguments().orElseThrow()).contains(fresh.toString());
        assertThat(Files.readSymbolicLink(server.home().path().resolve("runtime/aot")))
                .as("the cache of loaded classes is that of the release that runs")
                .isEqualTo(fresh.resolveSibling("runtime/aot"));
    }

    @Test
    void awaitCaughtUp_indexIsNotReady_saysWhatItIs() throws IOException {
        server.start(WaitingLauncher.make(directory.resolve("releases/1.0.0")));
        WaitingLauncher.await(process);

        assertThatThrownBy(() -> server.awaitCaughtUp(Duration.ZERO))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessage("The search index is not ready after 0 s but 'filling'; see "
                        + server.home().console() + ".");
        assertThat(answers.requests()).startsWith("GET /readiness?caught_up=true");
    }

    @Test
    void awaitCaughtUp_indexGetsReady_looksUntilThen() throws IOException {
        looksWhileItFills = 1;
        server.start(WaitingLauncher.make(directory.resolve("releases/1.0.0")));
        WaitingLauncher.await(process);

        server.awaitCaughtUp(Duration.ofMinutes(1));

        assertThat(answers.requests())
                .containsExactly("GET /readiness?caught_up=true", "GET /v1/index/status", "GET /v1/index/status");
    }
}
