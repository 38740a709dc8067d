package io.mnemolite.postgres.backup;

import io.mnemolite.postgres.DatabaseAddress;
import io.mnemolite.postgres.PostgresSettings;
import io.mnemolite.postgres.PostgresStore;
import io.mnemolite.postgres.embedded.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database of a test, with a store in it whose every table has rows, or without one. */
final class FilledStore {

    /** What a line of text or a text of PostgreSQL might trip over. */
    static final String HOSTILE =
            "tab\tline\nreturn\rback\\slash \\N \\. \\\\n 'quote' \"double\" \u202Ebidi\u202C \u0001\u007F"
                    + " \uD83D\uDE00 e\u0301 \uFEFF\u2028 end of copy\n\\.\n";

    private final String jdbcUrl;

    private FilledStore(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    /** A database without a store. */
    static FilledStore none(int major) {
        return new FilledStore(TestPostgres.major(major).freshDatabase());
    }

    /** A store with the migrations' own rows alone. */
    static FilledStore empty(int major) {
        FilledStore database = none(major);
        try (PostgresStore store = new PostgresStore(PostgresSettings.development(database.address()))) {
            store.migrate();
        }
        return database;
    }

    static FilledStore of(int major) {
        FilledStore database = empty(major);
        String text = "'" + HOSTILE.replace("'", "''") + "'";
        database.execute("""
                insert into mnemolite.event (id, occurred_at, content, metadata, embedding, embedding_model, awaits_vector)
                select gen_random_uuid(), timestamptz '2026-01-01' + n * interval '1 microsecond',
                    jsonb_build_object('text', $text$ || n, 'number', 1e400, 'fraction', 0.1000),
                    jsonb_build_object('severity', $text$, 'n', n),
                    case when n % 2 = 0 then decode(repeat('00ff5c0a', 384), 'hex') end,
                    case when n % 2 = 0 then $text$ end, n % 3 = 0
                from generate_series(1, 500) as n;
                insert into mnemolite.event (id, occurred_at, content, metadata)
                select gen_random_uuid(), 'infinity', to_jsonb(repeat($text$, 100000)), '{}';
                insert into mnemolite.change (entity, id, deleted, revision, vector_revision)
                select 1, id, false, 1, 0 from mnemolite.event;
                insert into mnemolite.idempotency (route, key, body_hash, ids)
                values ($text$, 'key', '', '{}'), ('', '', 'h', array[gen_random_uuid(), gen_random_uuid()]);
                update mnemolite.store set embedding_model = $text$, embedding_dimension = 384;
                insert into mnemolite.graph_node (id, type, label, properties, created_at)
                select gen_random_uuid(), $text$, case when n > 5 then $text$ end, '{}', now()
                from generate_series(1, 10) as n;
                insert into mnemolite.graph_edge (id, source, target, relation, properties, created_at)
                select gen_random_uuid(), a.id, b.id, $text$, '{"a": [1, 2.50]}', now()
                from mnemolite.graph_node as a, mnemolite.graph_node as b;
                insert into mnemolite.code_repository (name, last_indexed, written, resolved) values ($text$, now(), 5, 4);
                insert into mnemolite.code_file (id, repository, path, language, content_hash, parser_version, size_bytes,
                    line_count, chunk_count, is_test, is_generated, is_embedded, facts, indexed_at, imports)
                values (gen_random_uuid(), $text$, $text$, 'java', ''::bytea, '1', 1, 1, 1, true, false, true,
                    decode('5c4e0a09', 'hex'), now(), $text$);
                insert into mnemolite.code_problem (file_id, repository, path, sentence)
                select id, repository, path, $text$ from mnemolite.code_file;
                insert into mnemolite.code_chunk (id, file_id, ordinal, chunk_type, name, qualified_name, start_line,
                    end_line, source, metadata, text_hash)
                select gen_random_uuid(), id, 0, 'class', $text$, $text$, 1, 2, $text$, '{}', ''::bytea
                from mnemolite.code_file;
                insert into mnemolite.code_vector (text_hash, embedding_model, embedding)
                values ('\\x5c'::bytea, $text$, null), ('\\x0a'::bytea, 'm', '\\x0a5c4e00'::bytea);
                insert into mnemolite.code_symbol (id, file_id, kind, name, qualified_name, signature, initials, start_line,
                    end_line, is_test)
                select gen_random_uuid(), id, 'class', $text$, $text$, $text$, 'a', 1, 2, false from mnemolite.code_file;
                insert into mnemolite.code_edge (file_id, source, target, kind, rule, confidence, candidates, lines)
                select id, id, id, 'calls', $text$, 0.1::real, 1, array[1, 2] from mnemolite.code_file;
                insert into mnemolite.code_unresolved (file_id, name, sites) select id, $text$, 3 from mnemolite.code_file
                """.replace("$text$", text));
        return database;
    }

    DatabaseAddress address() {
        return DatabaseAddress.parse(jdbcUrl);
    }

    void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError("The test's own statement failed: " + sql, e);
        }
    }

    /** The first column. */
    List<String> column(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new AssertionError("The test's own statement failed: " + sql, e);
        }
    }

    String one(String sql) {
        return column(sql).getFirst();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl);
    }
}
