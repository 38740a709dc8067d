package io.mnemolite.postgres.embedded;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.postgres.embedded.EmbeddedPostgresSettings.Durability;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of PostgreSQL's data: of the right version, and made when there are none. They are made under another
 * name and renamed when they are whole, so that a kill in between leaves only rests that the next start removes.
 */
final class Cluster {

    private static final String UNFINISHED = "data.new-";

    private final EmbeddedPostgresSettings settings;
    private final DataDirectory directory;
    private final Path programs;
    private final Account account;

    Cluster(EmbeddedPostgresSettings settings, DataDirectory directory, Path programs, Account account) {
        this.settings = settings;
        this.directory = directory;
        this.programs = programs;
        this.account = account;
    }

    /** Leaves a cluster of our version behind, or fails with CONFIGURATION. */
    void prepare() throws IOException, InterruptedException {
        removeUnfinished();
        if (Files.exists(directory.cluster().resolve("PG_VERSION"))) {
            requireOurMajor();
            if (!directory.hasPassword()) {
                setPassword();
            }
        } else if (isEmpty(directory.cluster())) {
            create();
        } else {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    directory.cluster() + " holds files but no PostgreSQL data (PG_VERSION is missing):"
                            + " move that directory away and start again.");
        }
    }

    private void requireOurMajor() throws IOException {
        String found =
                Files.readString(directory.cluster().resolve("PG_VERSION")).strip();
        String ours = Integer.toString(settings.binaries().majorVersion());
        if (!found.equals(ours)) {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "The data in " + directory.cluster() + " are of PostgreSQL " + found
                            + ", and this MnemoLite brings PostgreSQL " + ours
                            + ": write them out with `mnemolite backup` of the version that made them, move the"
                            + " directory away, and read them back with `mnemolite restore` of this version.");
        }
    }

    private void create() throws IOException, InterruptedException {
        directory.keepPassword(DataDirectory.newPassword());
        Path unfinished =
                directory.root().resolve(UNFINISHED + ProcessHandle.current().pid());
        List<String> command = new ArrayList<>(List.of(
                programs.resolve("bin/initdb").toString(),
                "--pgdata=" + unfinished,
                "--username=" + EmbeddedPostgres.USER,
                "--pwfile=" + directory.passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-instructions",
                "--data-checksums"));
        command.addAll(localeOptions());
        if (settings.binaries().majorVersion() >= 16) {
            // Iterations slow down the guessing of weak passwords. This one is random, and each connection pays for
            // them.
            command.add("--set=scram_iterations=1");
        }
        if (settings.durability() == Durability.THROWAWAY_FOR_TESTS) {
            command.add("--no-sync");
        }
        run("make its data", command, "");
        Files.move(unfinished, directory.cluster(), StandardCopyOption.ATOMIC_MOVE);
        Directories.sync(directory.root());
    }

    /** For data that came without their password file, such as a restored copy. The file is written last. */
    private void setPassword() throws IOException, InterruptedException {
        String password = DataDirectory.newPassword();
        List<String> singleUser = List.of(
                programs.resolve("bin/postgres").toString(),
                "--single",
                "-D",
                directory.cluster().toString(),
                "postgres");
        run("set a new password", singleUser, "alter role " + EmbeddedPostgres.USER + " password '" + password + "'\n");
        directory.keepPassword(password);
    }

    private void run(String purpose, List<String> command, String input) throws IOException, InterruptedException {
        Process process = account.run("KILL", command).redirectErrorStream(true).start();
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        if (exit != 0) {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "PostgreSQL could not " + purpose + " in " + directory.cluster() + " (exit code " + exit + "): "
                            + output.strip());
        }
    }

    /** Since version 17 PostgreSQL brings C.UTF-8 itself; before, it is the system's, which macOS does not have. */
    private List<String> localeOptions() {
        if (settings.binaries().majorVersion() >= 17) {
            return List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
        }
        return List.of(Platform.isLinux() ? "--locale=C.UTF-8" : "--locale=C");
    }

    private void removeUnfinished() throws IOException, InterruptedException {
        try (Stream<Path> entries = Files.list(directory.root())) {
            for (Path rest : entries.filter(
                            path -> path.getFileName().toString().startsWith(UNFINISHED))
                    .toList()) {
                new LeftoverPostgres(rest).stop();
                Directories.delete(rest);
            }
        }
    }

    private static boolean isEmpty(Path path) throws IOException {
        if (!Files.exists(path)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }
}
