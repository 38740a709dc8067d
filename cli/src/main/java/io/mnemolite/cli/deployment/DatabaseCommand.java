package io.mnemolite.cli.deployment;

import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import io.mnemolite.cli.home.Home;
import io.mnemolite.cli.home.HomeLock;
import io.mnemolite.cli.home.HomeOwner;
import io.mnemolite.cli.terminal.Surroundings;
import io.mnemolite.postgres.embedded.EmbeddedPostgres;
import io.mnemolite.postgres.embedded.EmbeddedPostgresSettings;
import io.mnemolite.postgres.embedded.RunningPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a home's PostgreSQL for servers elsewhere, until it is told to stop. */
@Command(
        name = "database",
        description = {
            "Run the PostgreSQL of a home as a process of its own, for servers that come and go. It is started again when"
                    + " it dies; Ctrl-C or mnemolite stop ends it.",
            "Its address, with the password, is written into database.url in the home, which only you can read. Servers"
                    + " take it as DATABASE_URL and have homes of their own."
        },
        footer = {
            "",
            "Exit code: 1 it could not be started, 2 wrong usage, 4 somebody else has the home.",
            "",
            "Examples:",
            "  mnemolite database --home /srv/data --detach",
            "  DATABASE_URL=$(cat /srv/data/database.url) mnemolite serve --home /srv/blue --port 8001"
        })
public final class DatabaseCommand implements Callable<Integer> {

    /** Two servers of 20 + 10 connections beside each other, and what else asks. */
    private static final int CONNECTIONS = 100;

    private final Surroundings around;

    @Option(
            names = "--home",
            paramLabel = "DIRECTORY",
            description = "The home that holds the data. Default: MNEMOLITE_HOME, else ~/.mnemolite.")
    private @Nullable Path home;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port at 127.0.0.1. Default: the one of the last start while it is free, else any.")
    private @Nullable Integer port;

    @Option(names = "--detach", description = "Run in the background, and return when it answers.")
    private boolean detach;

    public DatabaseCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        if (detach) {
            throw CommandFailure.usage("--detach is done by the launcher: say mnemolite database --detach.");
        }
        if (port != null && (port < 1 || port > 65_535)) {
            throw CommandFailure.usage("--port takes a number from 1 to 65535, not " + port + ".");
        }
        Path folder = Home.of(home, around.environment());
        HomeLock lock = HomeLock.take(folder, HomeOwner.DATABASE);
        EmbeddedPostgres postgres = start(folder, lock);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder, postgres, lock)));
        announce(folder, postgres, lock);
        try {
            // Until a signal has the shutdown hook run.
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE.number();
    }

    private EmbeddedPostgres start(Path folder, HomeLock lock) {
        EmbeddedPostgresSettings settings = StoreAccess.settings(folder)
                .withPort(port == null ? lastPort(folder) : port)
                .withMaxConnections(CONNECTIONS);
        boolean isStarted = false;
        try {
            EmbeddedPostgres postgres = Failures.translated(() -> EmbeddedPostgres.start(settings, this::tell));
            isStarted = true;
            return postgres;
        } finally {
            if (!isStarted) {
                lock.close();
            }
        }
    }

    private void tell(EmbeddedPostgres.State state) {
        around.err()
                .println(around.clock().instant() + " PostgreSQL is "
                        + state.name().toLowerCase(Locale.ROOT));
    }

    /** So that servers find it again whose DATABASE_URL was written down. */
    private static int lastPort(Path folder) {
        int last = RunningPostgres.port(StoreAccess.data(folder)).orElse(0);
        try (ServerSocket free = new ServerSocket(last, 1, InetAddress.getLoopbackAddress())) {
            return last == 0 ? 0 : free.getLocalPort();
        } catch (IOException | IllegalArgumentException e) {
            return 0;
        }
    }

    private void announce(Path folder, EmbeddedPostgres postgres, HomeLock lock) {
        String address = "postgresql://" + postgres.user() + "@127.0.0.1:" + postgres.port() + "/postgres";
        try {
            Path fresh = folder.resolve("database.url.new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, postgres.databaseUrl() + "\n");
            Files.move(fresh, urlFile(folder), StandardCopyOption.ATOMIC_MOVE);
            lock.announce(address);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILED, "The address cannot be written into " + urlFile(folder) + " (" + e + ").", e);
        }
        around.out().line("PostgreSQL answers at " + address + " (process " + postgres.pid() + ").");
        around.out().line("DATABASE_URL, with the password, stands in " + urlFile(folder) + ".");
        around.out().flush();
    }

    private static Path urlFile(Path folder) {
        return folder.resolve("database.url");
    }

    private static void stop(Path folder, EmbeddedPostgres postgres, HomeLock lock) {
        postgres.close();
        try {
            Files.deleteIfExists(urlFile(folder));
        } catch (IOException e) {
            // The next start writes it anew.
        }
        lock.close();
    }
}
