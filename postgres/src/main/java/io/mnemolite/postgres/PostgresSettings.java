package io.mnemolite.postgres;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.time.Duration;

/**
 * How the store reaches PostgreSQL. Zero durations switch the limit off.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/database}, without user and password
 * @param poolSize connections kept when idle, at least 1
 * @param poolOverflow how many more are opened under load
 * @param poolWait how long a call waits for a connection
 * @param statementTimeout after which the server cancels a statement
 * @param idleInTransactionTimeout after which the server ends a session that idles within a transaction
 * @param connectionCheck whether idle connections are checked every two minutes, so that firewalls do not drop them
 * @param slowStatementThreshold statements at least this long are logged
 * @param requireDurability whether {@link PostgresStore#migrate} refuses a server that may lose committed changes
 */
public record PostgresSettings(
        String jdbcUrl,
        String user,
        String password,
        int poolSize,
        int poolOverflow,
        Duration poolWait,
        Duration statementTimeout,
        Duration idleInTransactionTimeout,
        boolean tcpKeepAlive,
        boolean connectionCheck,
        String applicationName,
        Duration slowStatementThreshold,
        boolean requireDurability) {

    public PostgresSettings {
        if (poolSize < 1 || poolOverflow < 0) {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "The connection pool needs a size of at least 1 and an overflow of at least 0, not " + poolSize
                            + " + " + poolOverflow + ".");
        }
    }

    /** The values of the development profile. */
    public static PostgresSettings development(DatabaseAddress address) {
        return new PostgresSettings(
                address.jdbcUrl(),
                address.user(),
                address.password(),
                10,
                5,
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ZERO,
                false,
                false,
                "mnemolite_dev",
                Duration.ofMillis(500),
                false);
    }

    /** Everything but the password. */
    @Override
    public String toString() {
        return "PostgresSettings[" + jdbcUrl + ", user=" + user + ", pool=" + poolSize + "+" + poolOverflow + "]";
    }
}
