package io.mnemolite.cli.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.terminal.Progress;
import io.mnemolite.cli.terminal.Style;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.cli.terminal.Wrapping;
import io.mnemolite.postgres.DatabaseAddress;
import io.mnemolite.postgres.backup.BackupCheck;
import io.mnemolite.postgres.backup.BackupDirectory;
import io.mnemolite.postgres.backup.BackupVerification;
import io.mnemolite.postgres.backup.ScratchDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A backup proven by restoring it, with a line for each check, and a note beside it when it passed. */
final class Proof {

    private final Surroundings around;
    private final Path home;
    private final boolean json;
    private final List<BackupCheck> checks = new ArrayList<>();

    /** @param home where a scratch database is made */
    Proof(Surroundings around, Path home, boolean json) {
        this.around = around;
        this.home = home;
        this.json = json;
    }

    /** @param database an empty one; null makes one for the time of the proof */
    boolean run(Path file, @Nullable DatabaseAddress database) {
        Optional<String> proven = Failures.translated(() -> {
            if (database != null) {
                return verify(file, database);
            }
            try (ScratchDatabase scratch = ScratchDatabase.start(home.resolve("scratch"), home.resolve("runtime"))) {
                // Ctrl-C leaves nothing of it, either.
                Runtime.getRuntime().addShutdownHook(new Thread(scratch::close));
                return verify(file, scratch.address());
            }
        });
        proven.ifPresent(checksum -> note(file, checksum));
        return proven.isPresent();
    }

    /** Adds the outcome and the checks to a report. */
    void describe(ObjectNode report) {
        report.put("verified", checks.stream().allMatch(BackupCheck::passed));
        for (BackupCheck check : checks) {
            report.withArray("checks")
                    .addObject()
                    .put("name", check.name())
                    .put("ok", check.passed())
                    .put("detail", check.detail());
        }
    }

    private Optional<String> verify(Path file, DatabaseAddress database) {
        // The bar takes the line in which a check would stand.
        try (Progress progress = Progress.of(around, "Restoring", "row")) {
            return new BackupVerification(database, this::report)
                    .run(file, (done, total) -> progress.at(done, total == 0 ? 1 : (double) done / total));
        } finally {
            checks.stream().filter(check -> !json).forEach(this::print);
        }
    }

    private void report(BackupCheck check) {
        checks.add(check);
    }

    private void print(BackupCheck check) {
        Style style = around.style();
        around.out()
                .line((check.passed() ? style.good("ok      ") : style.bad("FAILED  "))
                        + Wrapping.printable(check.name()));
        Wrapping.wrap(check.detail(), around.columns() - 8, check.passed() ? 2 : 20)
                .forEach(line -> around.out().line("        " + style.faint(line)));
    }

    private void note(Path file, String checksum) {
        try {
            BackupDirectory.markVerified(file, checksum);
        } catch (IOException e) {
            around.err()
                    .println("It could not be noted beside " + file + " that it was proven (" + e
                            + "), so that it is not kept for that.");
        }
    }
}
