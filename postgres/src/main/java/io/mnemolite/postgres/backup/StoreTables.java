package io.mnemolite.postgres.backup;

import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.postgres.Migrations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's catalogue says about the schema of a store. */
final class StoreTables {

    /**
     * The history is made by the migrations. The change log counts transactions of one cluster, and in another, or after a
     * return to an older state, its places mean something else: each index is built anew from the tables instead.
     */
    private static final Set<String> LEFT_OUT = Set.of(Migrations.HISTORY, "change", "change_floor");

    /** Its default makes a new one in each restored store, so that no index or cache of another one is believed. */
    private static final String GENERATION = "store.generation";

    private final Connection connection;
    private final String schema;

    StoreTables(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    boolean exist() throws SQLException {
        return !list("select nspname from pg_namespace where nspname = ?").isEmpty();
    }

    /** The columns to copy of each table to copy, by the tables' names. */
    Map<String, List<String>> columns() throws SQLException {
        Map<String, List<String>> columns = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                        select class.relname, attribute.attname
                        from pg_class as class
                        join pg_namespace as namespace on namespace.oid = class.relnamespace
                        join pg_attribute as attribute on attribute.attrelid = class.oid
                        where namespace.nspname = ? and class.relkind = 'r'
                            and attribute.attnum > 0 and not attribute.attisdropped and attribute.attgenerated = ''
                        order by class.relname, attribute.attnum
                        """)) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String table = rows.getString(1);
                    String column = rows.getString(2);
                    if (!LEFT_OUT.contains(table) && !GENERATION.equals(table + "." + column)) {
                        columns.computeIfAbsent(table, name -> new ArrayList<>())
                                .add(column);
                    }
                }
            }
        }
        return columns;
    }

    /** Keeps everybody from changing or dropping a table until the transaction ends; rows may change. */
    void lock(Set<String> tables) throws SQLException {
        for (String table : tables) {
            execute("lock table " + name(table) + " in access share mode");
        }
    }

    long count(String table) throws SQLException {
        return Long.parseLong(one("select count(*) from " + name(table)));
    }

    /** The last value used of each sequence that was used. */
    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> values = new TreeMap<>();
        for (String sequence : list("select sequencename from pg_sequences where schemaname = ?"
                + " and last_value is not null order by sequencename")) {
            values.put(sequence, Long.parseLong(one("select last_value from " + name(sequence))));
        }
        return values;
    }

    void setSequence(String sequence, long value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select setval(?::regclass, ?)")) {
            statement.setString(1, name(sequence));
            statement.setLong(2, value);
            statement.executeQuery().close();
        }
    }

    /** The checksum of each migration that was run, by version. */
    Map<Integer, Integer> migrations() throws SQLException {
        Map<Integer, Integer> checksums = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("select version, checksum from "
                        + name(Migrations.HISTORY) + " where version is not null and success order by installed_rank");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                checksums.put(Integer.parseInt(rows.getString(1)), rows.getInt(2));
            }
        }
        return checksums;
    }

    @Nullable
    EmbeddingSpace space() throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select embedding_model, embedding_dimension from " + name("store")
                                + " where embedding_model is not null");
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? new EmbeddingSpace(rows.getString(1), rows.getInt(2)) : null;
        }
    }

    /** The name of a table or sequence with its schema, to be used in SQL. */
    String name(String table) {
        return quoted(schema) + "." + quoted(table);
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    void execute(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    /** The first column of the rows of a statement whose one value is the schema's name. */
    List<String> list(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
        }
        return values;
    }

    private String one(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }
}
