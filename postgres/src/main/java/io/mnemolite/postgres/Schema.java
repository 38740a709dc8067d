package io.mnemolite.postgres;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.postgres.connection.Database;
import io.mnemolite.postgres.connection.Failures;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The schema {@value #NAME} and its migrations, with their history beside the tables. */
final class Schema {

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    static final String NAME = "mnemolite";
    private static final String HISTORY = "schema_history";

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
        String fingerprint = MigrationFiles.fingerprint();
        // Flyway takes longer to see that nothing is to be done than the rest of a start takes.
        if (fingerprint.equals(settings.get(ReadServerSettings.SCHEMA_FINGERPRINT))) {
            return;
        }
        runMigrations();
        mark(fingerprint);
    }

    private void runMigrations() {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(migrations)
                    .schemas(NAME)
                    .createSchemas(true)
                    .table(HISTORY)
                    .resourceProvider(new MigrationFiles())
                    .javaMigrationClassProvider(List::of)
                    .placeholderReplacement(false)
                    .load()
                    .migrate();
        } catch (FlywayValidateException e) {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "The tables in schema " + NAME + " were not made by this version of MnemoLite or one before it; use"
                            + " the version that made them, or another database.",
                    e);
        } catch (FlywayException e) {
            throw failure(e);
        }
    }

    /** A shortcut for the next start and no more: a user who does not own the table goes without. */
    private void mark(String fingerprint) {
        try (Connection connection = migrations.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("comment on table " + NAME + "." + HISTORY + " is '" + fingerprint + "'");
        } catch (SQLException e) {
            LOG.debug("The migrated schema was not marked", e);
        }
    }

    private static RuntimeException failure(FlywayException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return "42501".equals(sql.getSQLState()) ? notAllowed(failure) : Failures.of(sql);
            }
        }
        return failure;
    }

    private static MnemoliteException notAllowed(FlywayException failure) {
        return new MnemoliteException(
                ErrorCode.CONFIGURATION,
                "The database user may not create the schema " + NAME
                        + "; grant it CREATE on the database, or name another user in DATABASE_URL.",
                failure);
    }
}
