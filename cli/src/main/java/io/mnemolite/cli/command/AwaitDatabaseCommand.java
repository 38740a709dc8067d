package io.mnemolite.cli.command;

import io.mnemolite.cli.home.HomeOwner;
import io.mnemolite.cli.terminal.Surroundings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Waits until the PostgreSQL that the launcher has just started answers. Not for people, so help does not list it. */
@Command(
        name = "await-database",
        hidden = true,
        description = "Wait until the database with a pid is ready; print its address.")
public final class AwaitDatabaseCommand implements Callable<Integer> {

    private final Surroundings around;

    @Mixin
    private final AwaitOptions options = new AwaitOptions();

    public AwaitDatabaseCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        return options.await(
                around,
                home -> HomeOwner.alive(home)
                        .filter(owner -> owner.pid() == options.pid())
                        .map(HomeOwner::address),
                "The database (pid " + options.pid() + ") runs but does not answer after " + options.timeout()
                        + " s. It goes on starting; ask mnemolite status.");
    }
}
