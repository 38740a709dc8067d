package io.mnemolite.deployment.trial;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.slot.SlotClient;
import io.mnemolite.deployment.slot.SlotHome;
import io.mnemolite.deployment.slot.SlotProcess;
import io.mnemolite.deployment.slot.SlotServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A release's server on a home and at a port of its own. */
final class TrialServer implements AutoCloseable {

    private final SlotServer server;

    private TrialServer(SlotServer server) {
        this.server = server;
    }

    /**
     * Returns when it is healthy and has indexed all data.
     *
     * @param shared what the slots' servers are told
     * @param settings what this one is told beside it
     */
    static TrialServer start(
            String release,
            Path launcher,
            Path home,
            Path shared,
            Map<String, String> settings,
            @Nullable String apiKey,
            Duration patience) {
        SlotHome slot = new SlotHome(home);
        int port = freePort();
        SlotServer server = new SlotServer(slot, new SlotProcess(slot, port), new SlotClient(port, apiKey));
        TrialServer trial = new TrialServer(server);
        boolean isReady = false;
        try {
            // What a trial that was killed has left.
            server.stop();
            slot.configure(release, shared, settings);
            server.start(launcher);
            server.awaitHealth(patience);
            server.awaitCaughtUp(patience);
            isReady = true;
            return trial;
        } finally {
            if (!isReady) {
                trial.close();
            }
        }
    }

    SlotClient client() {
        return server.client();
    }

    @Override
    public void close() {
        server.stop();
        server.client().close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw DeploymentFailure.failed("No port is free (" + e + ").", e);
        }
    }
}
