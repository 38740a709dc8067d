package io.mnemolite.cli.command;

import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Surroundings;
import picocli.CommandLine.Command;

/** Tells the launcher by its exit code whether a server answers. Not for people, so help does not list it. */
@Command(name = "running", hidden = true, description = "Exit with 0 when a server answers, with 3 when none does.")
public final class RunningCommand extends ServerCommand {

    public RunningCommand(Surroundings around) {
        super(around);
    }

    @Override
    protected ExitCode run(ServerConnection server) {
        try {
            server.ask(Routes.HEALTH);
            return ExitCode.DONE;
        } catch (CommandFailure failure) {
            // Whatever answered, even badly, holds the address.
            return failure.exitCode() == ExitCode.NO_SERVER ? ExitCode.NO_SERVER : ExitCode.DONE;
        }
    }
}
