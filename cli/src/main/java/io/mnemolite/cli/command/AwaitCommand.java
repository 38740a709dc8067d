package io.mnemolite.cli.command;

import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.home.ServerState;
import io.mnemolite.cli.terminal.Surroundings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Waits until the server that the launcher has just started is ready. Not for people, so help does not list it. */
@Command(name = "await", hidden = true, description = "Wait until the server with a pid is ready; print its address.")
public final class AwaitCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private final AwaitOptions options = new AwaitOptions();

    public AwaitCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return options.await(
                around,
                home -> state(home)
                        .filter(state -> state.pid() == options.pid())
                        .map(ServerState::url)
                        .filter(this::isReady)
                        .map(URI::toString),
                "The server (pid " + options.pid() + ") runs but is not ready after " + options.timeout()
                        + " s. It goes on starting; ask mnemolite status.");
    }

    /** A file that is being written now is read in the next round. */
    private static Optional<ServerState> state(Path home) {
        try {
            return ServerState.read(home);
        } catch (CommandFailure e) {
            return Optional.empty();
        }
    }

    private boolean isReady(URI url) {
        try {
            return new ServerConnection(url, null).ask(Routes.READINESS).isSuccess();
        } catch (CommandFailure e) {
            return false;
        }
    }
}
