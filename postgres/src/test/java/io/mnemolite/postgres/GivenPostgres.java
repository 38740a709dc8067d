package io.mnemolite.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;

/** The server that TEST_DATABASE_URL names, on which the store's tests then run; they take and leave databases of their own. */
record GivenPostgres(DatabaseAddress address) {

    static Optional<GivenPostgres> fromEnvironment() {
        return Optional.ofNullable(System.getenv("TEST_DATABASE_URL"))
                .filter(url -> !url.isBlank())
                .map(url -> new GivenPostgres(DatabaseAddress.parse(url)));
    }

    /** The JDBC URL of a new empty database, credentials included; it is dropped when the JVM ends. */
    String freshDatabase() {
        String name = "mnemolite_test_" + UUID.randomUUID().toString().replace("-", "");
        execute("create database " + name);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> execute("drop database if exists " + name + " with (force)")));
        String url = address.jdbcUrl().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1");
        return url + (url.contains("?") ? "&" : "?") + "user=" + address.user() + "&password=" + address.password();
    }

    private void execute(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError("The PostgreSQL of TEST_DATABASE_URL refuses: " + sql, e);
        }
    }
}
