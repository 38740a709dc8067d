package io.mnemolite.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.postgres.embedded.EmbeddedPostgres.State;
import io.mnemolite.postgres.embedded.EmbeddedPostgresSettings.Durability;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    private Path home;

    private EmbeddedPostgresSettings durable;

    private EmbeddedPostgresSettings settings;

    @BeforeEach
    void chooseDirectories() {
        durable = EmbeddedPostgresSettings.of(
                home.resolve("postgres"), TestPostgres.runtimeDirectory(), home.resolve("logs"));
        settings = durable.withDurability(Durability.THROWAWAY_FOR_TESTS);
    }

    @Test
    void start_emptyDirectory_isDurableAndClosedToOthers() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(durable)) {
            assertThat(postgres.isRunning()).isTrue();
            assertThat(postgres.majorVersion()).isEqualTo(18);
            assertThat(ProcessHandle.of(postgres.pid())).isPresent();
            assertThat(home.resolve("postgres/port")).hasContent(postgres.port() + "\n");
            assertThat(home.resolve("postgres/password")).hasContent(postgres.password() + "\n");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("postgres/password"))))
                    .isEqualTo("rw-------");
            assertThat(setting(postgres, "fsync")).isEqualTo("on");
            assertThat(setting(postgres, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(postgres, "full_page_writes")).isEqualTo("on");
            assertThat(setting(postgres, "data_checksums")).isEqualTo("on");
            assertThat(setting(postgres, "server_encoding")).isEqualTo("UTF8");
            assertThat(setting(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(postgres, "unix_socket_directories")).isEmpty();
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void start_secondTime_findsDataAndPassword() throws SQLException {
        String password;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
            password = postgres.password();
            execute(postgres, "create table note as select 7 as value");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
            assertThat(postgres.password()).isEqualTo(password);
            assertThat(query(postgres, "select value from note")).isEqualTo("7");
        }
    }

    @Test
    void start_dataInUse_saysByWhom() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(settings))
                    .isInstanceOfSatisfying(
                            MnemoliteException.class,
                            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CONFLICT))
                    .hasMessage("The PostgreSQL in " + home.resolve("postgres") + " is in use by process "
                            + ProcessHandle.current().pid()
                            + ": stop that one first, or give this one another directory (MNEMOLITE_HOME).");
            assertThat(postgres.isRunning()).isTrue();
        }
    }

    @Test
    void start_dataOfAnotherMajor_namesBothAndTheWayOut() {
        EmbeddedPostgres.start(settings.withBinaries(TestPostgres.binaries(17))).close();

        assertThatThrownBy(() -> EmbeddedPostgres.start(settings))
                .isInstanceOfSatisfying(
                        MnemoliteException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CONFIGURATION))
                .hasMessage("The data in " + home.resolve("postgres/data")
                        + " are of PostgreSQL 17, and this MnemoLite brings PostgreSQL 18: write them out with"
                        + " `mnemolite backup` of the version that made them, move the directory away, and read them"
                        + " back with `mnemolite restore` of this version.");
    }

    @Test
    void start_foreignFilesInPlaceOfData_touchesNothing() throws IOException {
        Path foreign = Files.createDirectories(home.resolve("postgres/data")).resolve("letter.txt");
        Files.writeString(foreign, "mine");

        assertThatThrownBy(() -> EmbeddedPostgres.start(settings))
                .isInstanceOf(MnemoliteException.class)
                .hasMessageContaining("holds files but no PostgreSQL data");
        assertThat(foreign).hasContent("mine");
    }

    @Test
    void start_passwordFileLost_makesAnother() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
            execute(postgres, "create table note as select 7 as value");
        }
        Files.delete(home.resolve("postgres/password"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings)) {
            assertThat(query(postgres, "select value from note")).isEqualTo("7");
        }
    }

    @Test
    void start_wantedPortTaken_saysSo() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(settings.withPort(other.getLocalPort())))
                    .isInstanceOfSatisfying(
                            MnemoliteException.class,
                            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE))
                    .hasMessageContaining("somebody else listens on port " + other.getLocalPort());
        }
    }

    @Test
    void start_commitsSwitchedToLossy_isRefused() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(durable)) {
            execute(postgres, "alter role mnemolite set synchronous_commit = off");
        }
        assertThatThrownBy(() -> EmbeddedPostgres.start(durable))
                .isInstanceOf(MnemoliteException.class)
                .hasMessageContaining("on, off, on");
    }

    @Test
    void postmasterKilled_comesBackOnTheSamePortWithTheData() throws Exception {
        List<State> heard = new CopyOnWriteArrayList<>();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings, heard::add)) {
            execute(postgres, "create table note as select 7 as value");
            long killed = postgres.pid();
            int port = postgres.port();

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            Await.until("PostgreSQL is back", () -> postgres.pid() != killed && postgres.isRunning());

            assertThat(postgres.port()).isEqualTo(port);
            assertThat(query(postgres, "select value from note")).isEqualTo("7");
        }
        assertThat(heard).containsExactly(State.RUNNING, State.RESTARTING, State.RUNNING, State.STOPPED);
    }

    @Test
    void close_sessionsOpen_endsThemAndPostgres() throws SQLException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(settings);
        try (Connection connection = connect(postgres)) {
            ProcessHandle process = ProcessHandle.of(postgres.pid()).orElseThrow();
            postgres.close();
            assertThat(process.isAlive()).isFalse();
            assertThat(connection.isValid(1)).isFalse();
        }
        assertThat(postgres.state()).isEqualTo(State.STOPPED);
        postgres.close();
    }

    private static String setting(EmbeddedPostgres postgres, String name) throws SQLException {
        return query(postgres, "show " + name);
    }

    static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }
}
