package io.mnemolite.cli.deployment;

import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.postgres.DatabaseAddress;
import io.mnemolite.postgres.PostgresSettings;
import io.mnemolite.postgres.PostgresStore;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings the schema of a database up to this release, as a start of its server would. */
@Command(
        name = "migrate",
        description = {
            "Bring the schema of a database up to this release, as the start of its server",
            "would. Migrations only add, so servers of the release before it go on."
        },
        footer = {"", "Example:", "  DATABASE_URL=postgresql://user:password@host/db mnemolite migrate"})
public final class MigrateCommand implements Callable<Integer> {

    private final Surroundings around;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "The PostgreSQL. Default: DATABASE_URL, which others cannot see in the list of processes.")
    private @Nullable String url;

    public MigrateCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        String address = url == null ? around.environment().getOrDefault("DATABASE_URL", "") : url;
        if (address.isBlank()) {
            throw CommandFailure.usage("Name the database in DATABASE_URL or with --database-url.");
        }
        try (PostgresStore store = new PostgresStore(PostgresSettings.development(DatabaseAddress.parse(address)))) {
            store.migrate();
        } catch (MnemoliteException e) {
            throw new CommandFailure(ExitCode.FAILED, e.sentence(), e);
        }
        around.out().line("The schema is that of this release.");
        return ExitCode.DONE.number();
    }
}
