package io.mnemolite.postgres.embedded;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.postgres.embedded.EmbeddedPostgresSettings.Durability;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks PostgreSQL whether a commit survives a crash. */
final class DurabilityCheck {

    private static final Logger LOG = LoggerFactory.getLogger(DurabilityCheck.class);

    private static final String SQL = """
            select current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes')
            """;

    private final int port;
    private final String password;

    DurabilityCheck(int port, String password) {
        this.port = port;
        this.password = password;
    }

    /** False when there is no answer. */
    boolean passes(Durability wanted) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?connectTimeout=10&socketTimeout=30";
        try (Connection connection = DriverManager.getConnection(url, EmbeddedPostgres.USER, password);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SQL)) {
            row.next();
            String found = row.getString(1) + ", " + row.getString(2) + ", " + row.getString(3);
            if (wanted == Durability.DURABLE && !found.equals("on, on, on")) {
                throw new MnemoliteException(
                        ErrorCode.CONFIGURATION,
                        "PostgreSQL would lose data in a crash: fsync, synchronous_commit and full_page_writes are "
                                + found + ". Remove `alter role` and `alter database` settings of these names.");
            }
            return true;
        } catch (SQLException noAnswer) {
            LOG.warn("PostgreSQL is up and does not answer", noAnswer);
            return false;
        }
    }
}
