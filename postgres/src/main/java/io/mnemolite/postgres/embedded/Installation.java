package io.mnemolite.postgres.embedded;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.io.IOException;
import java.nio.file.Path;

/** Programs and data that fit each other, ready to be started. */
record Installation(EmbeddedPostgresSettings settings, DataDirectory directory, Path programs, Account account) {

    /** Makes what is missing. */
    static Installation prepare(EmbeddedPostgresSettings settings, DataDirectory directory)
            throws IOException, InterruptedException {
        Path programs = settings.binaries().unpackInto(settings.runtimeDirectory());
        Directories.createPrivate(settings.logDirectory());
        Account account = Account.choose(settings, programs);
        Installation installation = new Installation(settings, directory, programs, account);
        installation.stopLeftover();
        new Cluster(settings, directory, programs, account).prepare();
        return installation;
    }

    void stopLeftover() throws IOException, InterruptedException {
        new LeftoverPostgres(directory.cluster()).stop();
    }

    Postmaster launch(int port) throws IOException {
        Path cluster = directory.cluster();
        return Postmaster.launch(
                account,
                ServerOptions.commandLine(settings, programs, cluster, port),
                cluster,
                settings.logDirectory().resolve("start.log"));
    }

    /** False when PostgreSQL does not answer; fails when it does, and commits would not survive a crash. */
    boolean isDurable(int port) throws IOException {
        return new DurabilityCheck(port, directory.password()).passes(settings.durability());
    }

    MnemoliteException failed(int port) throws IOException {
        String reason = settings.port() != 0 && !FreePort.isFree(port)
                ? "somebody else listens on port " + port + ", which the configuration asks for"
                : "its last words are: " + LogTail.of(settings.logDirectory());
        return new MnemoliteException(
                ErrorCode.UNAVAILABLE,
                "PostgreSQL does not start in " + directory.root() + ": " + reason + " (log files: "
                        + settings.logDirectory() + ").");
    }
}
