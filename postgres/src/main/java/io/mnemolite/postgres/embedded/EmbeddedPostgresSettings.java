package io.mnemolite.postgres.embedded;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where an embedded PostgreSQL lives and how large it is.
 *
 * @param dataDirectory holds the data and the files {@code port} and {@code password}; made when it is missing
 * @param runtimeDirectory where the programs are unpacked; several data directories may share it
 * @param logDirectory PostgreSQL's own log files and nothing else; made when it is missing
 * @param port to listen on at 127.0.0.1; 0 takes a free one per start
 * @param maxConnections how many clients may be connected at a time
 * @param sharedBuffersInMegabytes PostgreSQL's own page cache
 * @param startTimeout how long a start may take, recovery after a crash included
 */
public record EmbeddedPostgresSettings(
        PostgresBinaries binaries,
        Path dataDirectory,
        Path runtimeDirectory,
        Path logDirectory,
        int port,
        int maxConnections,
        int sharedBuffersInMegabytes,
        Durability durability,
        Duration startTimeout) {

    /** What a commit promises. */
    public enum Durability {
        /** A committed transaction survives a crash of the machine. */
        DURABLE,
        /** It survives a crash of PostgreSQL, not of the machine: for data that a test throws away. */
        THROWAWAY_FOR_TESTS
    }

    public EmbeddedPostgresSettings {
        dataDirectory = dataDirectory.toAbsolutePath().normalize();
        runtimeDirectory = runtimeDirectory.toAbsolutePath().normalize();
        logDirectory = logDirectory.toAbsolutePath().normalize();
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("The port must lie between 0 and 65535: " + port);
        }
        if (maxConnections < 10) {
            throw new IllegalArgumentException("At least 10 connections are needed: " + maxConnections);
        }
        if (sharedBuffersInMegabytes < 16) {
            throw new IllegalArgumentException("At least 16 MB of buffers are needed: " + sharedBuffersInMegabytes);
        }
    }

    /** The PostgreSQL that the product brings, durable, sized for a pool of 30 + 10 connections. */
    public static EmbeddedPostgresSettings of(Path dataDirectory, Path runtimeDirectory, Path logDirectory) {
        return new EmbeddedPostgresSettings(
                PostgresBinaries.bundled(),
                dataDirectory,
                runtimeDirectory,
                logDirectory,
                0,
                60,
                128,
                Durability.DURABLE,
                Duration.ofMinutes(5));
    }

    public EmbeddedPostgresSettings withBinaries(PostgresBinaries binaries) {
        return with(binaries, port, maxConnections, durability);
    }

    public EmbeddedPostgresSettings withPort(int port) {
        return with(binaries, port, maxConnections, durability);
    }

    public EmbeddedPostgresSettings withMaxConnections(int maxConnections) {
        return with(binaries, port, maxConnections, durability);
    }

    public EmbeddedPostgresSettings withDurability(Durability durability) {
        return with(binaries, port, maxConnections, durability);
    }

    private EmbeddedPostgresSettings with(
            PostgresBinaries binaries, int port, int maxConnections, Durability durability) {
        return new EmbeddedPostgresSettings(
                binaries,
                dataDirectory,
                runtimeDirectory,
                logDirectory,
                port,
                maxConnections,
                sharedBuffersInMegabytes,
                durability,
                startTimeout);
    }
}
