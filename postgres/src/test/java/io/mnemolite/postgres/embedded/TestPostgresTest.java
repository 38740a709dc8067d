package io.mnemolite.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestPostgresTest {

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void freshDatabase_everySupportedMajor_isEmptyAndSpeaksUnicode(int major) throws SQLException {
        String url = TestPostgres.major(major).freshDatabase();

        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_setting('server_version_num')::int / 10000,"
                        + " upper('é'), (select count(*) from pg_tables where schemaname = 'public')")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(major);
            assertThat(row.getString(2)).isEqualTo("É");
            assertThat(row.getInt(3)).isZero();
        }
        assertThat(TestPostgres.major(major).freshDatabase()).isNotEqualTo(url);
    }
}
