package io.mnemolite.postgres.embedded;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A running PostgreSQL that is part of this process: it starts with it, ends with it (also by kill -9), and comes
 * back on the same port when it dies alone.
 *
 * <p>It listens on 127.0.0.1 only, knows one user with a random password, and has one database to work in.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    static final String USER = "mnemolite";
    private static final String DATABASE = "postgres";

    /** Whether PostgreSQL can be used. */
    public enum State {
        /** Not yet, for the first time. */
        STARTING,
        /** It accepts connections. */
        RUNNING,
        /** It died and is being started again; statements fail meanwhile. */
        RESTARTING,
        /** Closed, or given up at the first start. */
        STOPPED
    }

    private final DataDirectory directory;
    private final Supervisor supervisor;
    private final String password;
    private final int majorVersion;

    private EmbeddedPostgres(DataDirectory directory, Supervisor supervisor, String password, int majorVersion) {
        this.directory = directory;
        this.supervisor = supervisor;
        this.password = password;
        this.majorVersion = majorVersion;
    }

    /**
     * Unpacks the programs, makes the data when there are none, and returns when connections are accepted.
     *
     * @throws MnemoliteException CONFLICT when the data are in use, CONFIGURATION when they or the machine do not fit,
     *     UNAVAILABLE when PostgreSQL does not come up
     */
    public static EmbeddedPostgres start(EmbeddedPostgresSettings settings) {
        return start(settings, state -> {});
    }

    /**
     * The same, with a listener that hears of every change of state, on the thread that watches PostgreSQL: it must
     * return soon, and not close.
     */
    public static EmbeddedPostgres start(EmbeddedPostgresSettings settings, Consumer<State> listener) {
        DataDirectory directory;
        try {
            directory = DataDirectory.open(settings.dataDirectory());
        } catch (IOException failure) {
            throw unusable(settings, failure);
        }
        CompletableFuture<Void> started = new CompletableFuture<>();
        Supervisor supervisor = new Supervisor(settings, directory, listener, started);
        boolean succeeded = false;
        try {
            supervisor.start();
            started.get(settings.startTimeout().toMillis(), TimeUnit.MILLISECONDS);
            EmbeddedPostgres postgres = new EmbeddedPostgres(
                    directory,
                    supervisor,
                    directory.password(),
                    settings.binaries().majorVersion());
            succeeded = true;
            return postgres;
        } catch (IOException failure) {
            throw unusable(settings, failure);
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            if (cause instanceof MnemoliteException known) {
                throw known;
            }
            throw unusable(settings, cause == null ? failure : cause);
        } catch (TimeoutException slow) {
            throw new MnemoliteException(
                    ErrorCode.UNAVAILABLE,
                    "PostgreSQL in " + settings.dataDirectory() + " is not ready after "
                            + settings.startTimeout().toSeconds() + " s; its log is in " + settings.logDirectory()
                            + ". Start again when the machine has less to do.",
                    slow);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new MnemoliteException(
                    ErrorCode.UNAVAILABLE, "The start of PostgreSQL was interrupted.", interruption);
        } finally {
            if (!succeeded) {
                close(supervisor, directory);
            }
        }
    }

    /** Without credentials; the port stays the same until {@link #close()}. */
    public String jdbcUrl() {
        return jdbcUrl(port());
    }

    static String jdbcUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    /** The address with everything in it, as {@code DATABASE_URL} takes it. */
    public String databaseUrl() {
        // None of the parts holds a character that would have to be encoded.
        return "postgresql://" + USER + ":" + password + "@127.0.0.1:" + port() + "/" + DATABASE;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return supervisor.port();
    }

    public int majorVersion() {
        return majorVersion;
    }

    public State state() {
        return supervisor.state();
    }

    public boolean isRunning() {
        return state() == State.RUNNING;
    }

    /** The process id of the run at this moment, or of the last one. */
    public long pid() {
        return supervisor.pid();
    }

    /** Stops PostgreSQL within 5 s, whatever it is doing. A second call does nothing. */
    @Override
    public void close() {
        close(supervisor, directory);
    }

    private static void close(Supervisor supervisor, DataDirectory directory) {
        supervisor.stop();
        directory.close();
    }

    private static MnemoliteException unusable(EmbeddedPostgresSettings settings, Throwable cause) {
        return new MnemoliteException(
                ErrorCode.CONFIGURATION,
                "PostgreSQL could not be started in " + settings.dataDirectory() + " (" + cause
                        + "): check that this directory, " + settings.runtimeDirectory() + " and "
                        + settings.logDirectory() + " can be written.",
                cause);
    }
}
