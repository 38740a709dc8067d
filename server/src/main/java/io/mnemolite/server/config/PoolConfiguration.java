package io.mnemolite.server.config;

import io.mnemolite.server.config.option.Defaults;
import io.mnemolite.server.config.option.Option;
import io.mnemolite.server.config.option.OptionGroup;
import io.mnemolite.server.config.option.Settings;
import io.mnemolite.server.config.option.ValueType;
import java.time.Duration;
import java.util.List;

/**
 * The connections to PostgreSQL.
 *
 * @param size connections kept open
 * @param overflow connections opened beyond {@code size} while all of those are busy
 * @param waitTimeout how long a request waits for a connection
 * @param statementTimeout how long a statement may run
 * @param idleInTransactionTimeout how long a transaction may rest between statements; zero: without limit
 * @param tcpKeepAlive whether the kernel probes idle connections
 * @param connectionCheck whether a connection is tried before it is lent
 * @param applicationName what PostgreSQL shows in {@code pg_stat_activity}
 */
public record PoolConfiguration(
        int size,
        int overflow,
        Duration waitTimeout,
        Duration statementTimeout,
        Duration idleInTransactionTimeout,
        boolean tcpKeepAlive,
        boolean connectionCheck,
        String applicationName) {

    private static final Option<Integer> SIZE = Option.of(
            "pool.size",
            ValueType.integer(1, 1_000),
            new Defaults("20", "5", "10"),
            "Connections to PostgreSQL kept open.");
    private static final Option<Integer> OVERFLOW = Option.of(
            "pool.overflow",
            ValueType.integer(0, 1_000),
            new Defaults("10", "2", "5"),
            "Connections opened beyond pool.size while all of those are busy.");
    private static final Option<Duration> WAIT = Option.of(
            "pool.wait",
            ValueType.duration("s", "1ms", "10m"),
            new Defaults("30s", "10s", "30s"),
            "How long a request waits for a connection.");
    private static final Option<Duration> STATEMENT_TIMEOUT = Option.of(
            "pool.statement-timeout",
            ValueType.duration("s", "1ms", "1h"),
            new Defaults("30s", "10s", "60s"),
            "How long a statement may run.");
    private static final Option<Duration> IDLE_IN_TRANSACTION_TIMEOUT = Option.of(
            "pool.idle-in-transaction-timeout",
            ValueType.duration("s", "0s", "1h"),
            new Defaults("60s", "0s", "0s"),
            "How long a transaction may rest between two statements; 0s is without limit.");
    private static final Option<Boolean> TCP_KEEP_ALIVE = Option.of(
            "pool.tcp-keep-alive",
            ValueType.bool(),
            new Defaults("true", "false", "false"),
            "Whether the kernel probes idle connections.");
    private static final Option<Boolean> CONNECTION_CHECK = Option.of(
            "pool.connection-check",
            ValueType.bool(),
            new Defaults("true", "false", "false"),
            "Whether a connection is tried before it is lent.");
    private static final Option<String> APPLICATION_NAME = Option.of(
            "pool.application-name",
            ValueType.text(),
            new Defaults("mnemolite_prod", "mnemolite_test", "mnemolite_dev"),
            "The name that PostgreSQL shows for the connections in pg_stat_activity.");

    static final OptionGroup OPTIONS = new OptionGroup(
            "Database connections",
            List.of(
                    SIZE,
                    OVERFLOW,
                    WAIT,
                    STATEMENT_TIMEOUT,
                    IDLE_IN_TRANSACTION_TIMEOUT,
                    TCP_KEEP_ALIVE,
                    CONNECTION_CHECK,
                    APPLICATION_NAME));

    /** The most connections that are ever open: size and overflow together. */
    public int maximumSize() {
        return size + overflow;
    }

    static PoolConfiguration read(Settings settings) {
        return new PoolConfiguration(
                settings.get(SIZE),
                settings.get(OVERFLOW),
                settings.get(WAIT),
                settings.get(STATEMENT_TIMEOUT),
                settings.get(IDLE_IN_TRANSACTION_TIMEOUT),
                settings.get(TCP_KEEP_ALIVE),
                settings.get(CONNECTION_CHECK),
                settings.get(APPLICATION_NAME));
    }
}
