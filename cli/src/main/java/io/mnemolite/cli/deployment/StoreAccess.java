package io.mnemolite.cli.deployment;

import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.home.HomeLock;
import io.mnemolite.cli.home.HomeOwner;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.postgres.DatabaseAddress;
import io.mnemolite.postgres.embedded.EmbeddedPostgres;
import io.mnemolite.postgres.embedded.EmbeddedPostgresSettings;
import io.mnemolite.postgres.embedded.RunningPostgres;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The PostgreSQL of a store for the time of one job: an external one, the one that a server or {@code mnemolite database}
 * runs in the home, or the home's own, started for the job.
 */
final class StoreAccess implements AutoCloseable {

    private final DatabaseAddress address;
    private final Runnable end;

    private StoreAccess(DatabaseAddress address, Runnable end) {
        this.address = address;
        this.end = end;
    }

    /** For a job that reads, which may do so beside a server. */
    static StoreAccess toRead(StoreOptions options, Surroundings around, String command) {
        DatabaseAddress external = options.external(around);
        if (external != null) {
            return new StoreAccess(external, () -> {});
        }
        Path home = options.home(around);
        if (!RunningPostgres.hasData(data(home))) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "There are no data in " + home + ". Name another home with --home, or a PostgreSQL with"
                            + " --database-url.");
        }
        return HomeLock.tryTake(home, command).map(lock -> started(home, lock)).orElseGet(() -> running(home, true));
    }

    /** For a job that replaces everything, which no server must see. */
    static StoreAccess toReplace(StoreOptions options, Surroundings around, String command) {
        DatabaseAddress external = options.external(around);
        if (external != null) {
            return new StoreAccess(external, () -> {});
        }
        Path home = options.home(around);
        return HomeLock.tryTake(home, command).map(lock -> started(home, lock)).orElseGet(() -> running(home, false));
    }

    DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        end.run();
    }

    static EmbeddedPostgresSettings settings(Path home) {
        return EmbeddedPostgresSettings.of(
                data(home), home.resolve("runtime"), home.resolve("logs").resolve("postgres"));
    }

    static Path data(Path home) {
        return home.resolve("postgres");
    }

    private static StoreAccess started(Path home, HomeLock lock) {
        boolean isStarted = false;
        try {
            EmbeddedPostgres postgres = Failures.translated(() -> EmbeddedPostgres.start(settings(home)));
            isStarted = true;
            Runnable end = () -> {
                postgres.close();
                lock.close();
            };
            // Ctrl-C ends it in order, too; a second end does nothing.
            Runtime.getRuntime().addShutdownHook(new Thread(end));
            return new StoreAccess(new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password()), end);
        } finally {
            if (!isStarted) {
                lock.close();
            }
        }
    }

    private static StoreAccess running(Path home, boolean mayBeAServers) {
        Optional<HomeOwner> owner = HomeOwner.alive(home);
        boolean isUsable = owner.map(HomeOwner::isDatabase).orElse(mayBeAServers);
        if (!isUsable) {
            throw HomeLock.inUse(home);
        }
        return RunningPostgres.address(data(home))
                .map(address -> new StoreAccess(address, () -> {}))
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.FAILED, "The PostgreSQL of " + home + " is being started. Try again in a moment."));
    }
}
