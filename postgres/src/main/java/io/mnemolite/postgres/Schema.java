package io.mnemolite.postgres;

import io.mnemolite.postgres.connection.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The schema of the store, brought up to date at a start. */
final class Schema {

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    private final Database database;
    private final DataSource migrations;
    private final boolean requireDurability;

    /** @param migrations connections without a statement timeout */
    Schema(Database database, DataSource migrations, boolean requireDurability) {
        this.database = database;
        this.migrations = migrations;
        this.requireDurability = requireDurability;
    }

    synchronized void migrate() {
        Map<String, String> settings = database.read(new ReadServerSettings());
        ServerCheck.require(settings, requireDurability);
        String fingerprint = Migrations.fingerprint();
        // Flyway takes longer to see that nothing is to be done than the rest of a start takes.
        if (fingerprint.equals(settings.get(ReadServerSettings.SCHEMA_FINGERPRINT))) {
            return;
        }
        Migrations.run(migrations, Migrations.SCHEMA);
        mark(fingerprint);
    }

    /** A shortcut for the next start and no more: a user who does not own the table goes without. */
    private void mark(String fingerprint) {
        try (Connection connection = migrations.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "comment on table " + Migrations.SCHEMA + "." + Migrations.HISTORY + " is '" + fingerprint + "'");
        } catch (SQLException e) {
            LOG.debug("The migrated schema was not marked", e);
        }
    }
}
