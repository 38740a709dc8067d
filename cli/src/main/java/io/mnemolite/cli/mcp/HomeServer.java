package io.mnemolite.cli.mcp;

import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.home.ServerProcess;
import io.mnemolite.cli.home.ServerState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The one server of a home: found by its state file, or started by the launcher in the background. */
final class HomeServer implements McpServer {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Path home;
    private final @Nullable Path launcher;
    private final Consumer<String> tell;
    private @Nullable ServerStart start;

    /**
     * @param launcher the script that can start a server; without it one is only found
     * @param tell takes sentences for a person
     */
    HomeServer(Path home, @Nullable Path launcher, Consumer<String> tell) {
        this.home = home;
        this.launcher = launcher;
        this.tell = tell;
    }

    @Override
    public URI address(Deadline deadline) throws Undeliverable, InterruptedException {
        while (true) {
            Optional<URI> known = known();
            if (known.isPresent()) {
                return known.get();
            }
            if (deadline.isOver()) {
                throw new Undeliverable("The server of " + home + " is not ready yet. " + advice());
            }
            ensureStart();
            deadline.pause(PAUSE);
        }
    }

    /** A file that is being written now is read in the next round; one that cannot be read, never. */
    @Override
    public Optional<URI> known() {
        try {
            return ServerState.read(home)
                    .filter(state -> ServerProcess.of(state).isPresent())
                    .map(ServerState::url);
        } catch (CommandFailure e) {
            return Optional.empty();
        }
    }

    /** Of all the threads and processes that want a server one starts it, and the others look for it. */
    private synchronized void ensureStart() throws Undeliverable {
        if (start != null) {
            if (start.isUnderWay()) {
                return;
            }
            ServerStart ended = start;
            start = null;
            ended.close();
            if (ended.hasFailed()) {
                throw new Undeliverable("The server of " + home + " could not be started.\n" + ended.lastLines());
            }
            // There is one now, unless it has ended since.
            return;
        }
        if (launcher == null) {
            throw new Undeliverable(
                    "No MnemoLite server runs in " + home + ". Start one with: mnemolite serve --detach");
        }
        try {
            start = ServerStart.tryBegin(home, launcher, tell).orElse(null);
        } catch (IOException e) {
            throw new Undeliverable(
                    "The server of " + home + " could not be started (" + e.getMessage()
                            + "). Start it with: mnemolite serve --detach",
                    e);
        }
    }

    @Override
    public String advice() {
        return "Ask mnemolite status; its log is in " + home.resolve("logs") + ".";
    }

    @Override
    public synchronized void close() {
        if (start != null) {
            start.close();
            start = null;
        }
    }
}
