package io.mnemolite.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.postgres.embedded.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A migrated store per major version, shared by all tests, emptied on demand; no test may keep a connection. */
public final class TestStore implements AfterEachCallback {

    private static final int NEWEST = 18;
    private static final Map<Integer, TestStore> STARTED = new ConcurrentHashMap<>();

    private final String jdbcUrl;
    private final PostgresStore store;

    private TestStore(int major) {
        this.jdbcUrl = freshDatabase(major);
        this.store = new PostgresStore(PostgresSettings.development(DatabaseAddress.parse(jdbcUrl)));
        store.migrate();
    }

    /** @param major 15 to 18; instead of 18, the server of TEST_DATABASE_URL where there is one */
    public static TestStore major(int major) {
        return STARTED.computeIfAbsent(major, TestStore::new);
    }

    private static String freshDatabase(int major) {
        return GivenPostgres.fromEnvironment()
                .filter(given -> major == NEWEST)
                .map(GivenPostgres::freshDatabase)
                .orElseGet(() -> TestPostgres.major(major).freshDatabase());
    }

    /** The store without events, nodes, edges, code, changes, keys, space. */
    public PostgresStore empty() {
        execute("""
                truncate mnemolite.event, mnemolite.change, mnemolite.idempotency,
                    mnemolite.graph_node, mnemolite.graph_edge, mnemolite.code_repository,
                    mnemolite.code_file, mnemolite.code_chunk, mnemolite.code_problem, mnemolite.code_vector,
                    mnemolite.code_symbol, mnemolite.code_edge, mnemolite.code_unresolved;
                update mnemolite.change_floor set xid = '0', seq = 0;
                update mnemolite.store
                set generation = gen_random_uuid(), embedding_model = null, embedding_dimension = null
                """);
        return store;
    }

    /** Credentials included. */
    String jdbcUrl() {
        return jdbcUrl;
    }

    public PostgresStore store() {
        return store;
    }

    /** A connection beside the store's own. */
    public Connection connect() {
        try {
            return DriverManager.getConnection(jdbcUrl);
        } catch (SQLException e) {
            throw new AssertionError("The test's database does not answer", e);
        }
    }

    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError("The test's own statement failed: " + sql, e);
        }
    }

    /** Executes with one value. */
    public void execute(String sql, String value) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            statement.execute();
        } catch (SQLException e) {
            throw new AssertionError("The test's own statement failed: " + sql, e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(store.monitor().pool().checkedOut())
                .as("connections that were not given back")
                .isZero();
    }
}
