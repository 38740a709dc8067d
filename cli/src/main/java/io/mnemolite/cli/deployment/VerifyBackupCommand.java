package io.mnemolite.cli.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.home.Home;
import io.mnemolite.cli.terminal.Surroundings;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proves a backup. */
@Command(
        name = "verify-backup",
        description =
                "Prove a backup: check its checksums, restore it into a scratch database, read everything back and"
                        + " compare it, run the migrations of this MnemoLite on it. Nothing else is touched.",
        footer = {
            "",
            "Exit code: 0 proven, 1 not, 2 wrong usage, 4 the scratch database is not empty.",
            "",
            "Examples:",
            "  mnemolite verify-backup before.zip"
        })
public final class VerifyBackupCommand implements Callable<Integer> {

    private final Surroundings around;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private @Nullable Path file;

    @Option(
            names = "--home",
            paramLabel = "DIRECTORY",
            description = "In whose folder scratch the data are restored. Default: MNEMOLITE_HOME, else ~/.mnemolite.")
    private @Nullable Path home;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "An empty database to restore into. Default: a PostgreSQL that lasts as long as the command.")
    private @Nullable String databaseUrl;

    @Option(names = "--json", description = "Print JSON, and nothing else, on standard output.")
    private boolean json;

    public VerifyBackupCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Path backup = Objects.requireNonNull(file).toAbsolutePath();
        Proof proof = new Proof(around, Home.of(home, around.environment()), json);
        boolean passed =
                proof.run(backup, databaseUrl == null ? null : StoreOptions.parsed(databaseUrl, "--database-url"));
        if (json) {
            ObjectNode report = Json.object().put("file", backup.toString());
            proof.describe(report);
            around.out().line(Json.print(report));
        } else {
            around.out().line(passed ? "The backup is proven." : "The backup is not proven: use another one.");
        }
        return (passed ? ExitCode.DONE : ExitCode.FAILED).number();
    }
}
