package io.mnemolite.postgres;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.postgres.connection.Failures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.MigrateResult;
import org.jspecify.annotations.Nullable;

/** The migrations of this program, run in a schema, with their history in the table {@value #HISTORY} beside the rest. */
public final class Migrations {

    /** The schema in which everything of MnemoLite lives. */
    public static final String SCHEMA = "mnemolite";

    /** The table that says which migrations a schema has. */
    public static final String HISTORY = "schema_history";

    private static final String MAY_HAVE_SCHEMA = """
            select exists (select from pg_namespace where nspname = ?)
                or has_database_privilege(current_database(), 'create')
            """;

    private Migrations() {}

    /** The version of the schema that this program makes. */
    public static int newestVersion() {
        return MigrationFiles.newestVersion();
    }

    /** A hash of all migrations: two programs with the same one make the same tables. */
    public static String fingerprint() {
        return MigrationFiles.fingerprint();
    }

    /**
     * Brings the schema, which is made when it is missing, to the newest version.
     *
     * @param connections without a statement timeout
     * @return how many migrations were run
     * @throws MnemoliteException with {@link ErrorCode#CONFIGURATION} when the tables are none of ours, or the user may
     *     not make them
     */
    public static int run(DataSource connections, String schema) {
        return run(connections, schema, newestVersion());
    }

    /** As {@link #run(DataSource, String)}, but no further than to a version. */
    public static int run(DataSource connections, String schema, int version) {
        requireRights(connections, schema);
        try {
            MigrateResult result = Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(connections)
                    .schemas(schema)
                    .createSchemas(true)
                    .table(HISTORY)
                    .target(
                            version == newestVersion()
                                    ? MigrationVersion.LATEST
                                    : MigrationVersion.fromVersion(Integer.toString(version)))
                    .resourceProvider(new MigrationFiles())
                    .javaMigrationClassProvider(List::of)
                    .placeholderReplacement(false)
                    .load()
                    .migrate();
            return result.migrationsExecuted;
        } catch (FlywayValidateException e) {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "The tables in schema " + schema
                            + " were not made by this version of MnemoLite or one before it; use"
                            + " the version that made them, or another database.",
                    e);
        } catch (FlywayException e) {
            throw failure(e);
        }
    }

    /** Flyway tries for ten seconds to make a schema that the user may not make. */
    private static void requireRights(DataSource connections, String schema) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(MAY_HAVE_SCHEMA)) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw notAllowed(null);
                }
            }
        } catch (SQLException e) {
            throw Failures.of(e);
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

    private static MnemoliteException notAllowed(@Nullable FlywayException failure) {
        return new MnemoliteException(
                ErrorCode.CONFIGURATION,
                "The database user may not create the schema " + SCHEMA
                        + "; grant it CREATE on the database, or name another user in DATABASE_URL.",
                failure);
    }
}
