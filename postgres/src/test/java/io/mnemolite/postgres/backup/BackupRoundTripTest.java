package io.mnemolite.postgres.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.change.IndexPosition;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.postgres.DatabaseAddress;
import io.mnemolite.postgres.Migrations;
import io.mnemolite.postgres.PostgresSettings;
import io.mnemolite.postgres.PostgresStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupRoundTripTest {

    private static final int BUNDLED = 18;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void restore_ofEveryTable_holdsTheSameInEveryMajor(int major) {
        FilledStore source = FilledStore.of(BUNDLED);
        Path file = directory.resolve("backup.zip");
        BackupManifest written = back(source, file);
        assertThat(written.tables())
                .allSatisfy(table -> assertThat(table.rows()).as(table.name()).isPositive());
        assertThat(written.tables())
                .extracting(TableContents::name)
                .containsExactlyElementsOf(
                        source.column("select tablename from pg_tables where schemaname = 'mnemolite'"
                                + " and tablename not in ('schema_history', 'change', 'change_floor') order by 1"));

        FilledStore target = FilledStore.none(major);
        restore(target, file, false);

        BackupManifest again = back(target, directory.resolve("again.zip"));
        assertThat(again.tables()).isEqualTo(written.tables());
        assertThat(again.space()).isEqualTo(written.space());
        assertThat(again.migrations()).isEqualTo(written.migrations());
        assertThat(again.cluster()).isNotNull();
        assertThat(again.cluster().equals(written.cluster())).isEqualTo(major == BUNDLED);
        assertThat(target.one("select metadata ->> 'severity' from mnemolite.event where metadata ->> 'n' = '7'"))
                .isEqualTo(FilledStore.HOSTILE);
        assertThat(definitions(target)).isEqualTo(definitions(FilledStore.empty(major)));
        assertThat(target.column("select nspname from pg_namespace where nspname like 'mnemolite%'"))
                .containsExactly("mnemolite");
        try (PostgresStore store = new PostgresStore(PostgresSettings.development(target.address()))) {
            store.migrate();
            assertThat(store.statistics().totalEvents()).isEqualTo(501);
        }
    }

    @Test
    void write_whileOthersWrite_isOfOneMoment() throws Exception {
        FilledStore source = FilledStore.empty(BUNDLED);
        Path file = directory.resolve("backup.zip");
        AtomicInteger committed = new AtomicInteger();
        AtomicBoolean stopped = new AtomicBoolean();
        AtomicReference<Exception> failure = new AtomicReference<>();
        Thread writer = Thread.ofPlatform().start(() -> write(source, committed, stopped, failure));
        try {
            awaitMore(committed, 200, failure);
            AtomicBoolean waited = new AtomicBoolean();
            BackupManifest manifest = new Backup(source.address(), "1").write(file, (done, total) -> {
                // Within the copy of the first rows, so that the rest is written over meanwhile.
                if (waited.compareAndSet(false, true)) {
                    awaitMore(committed, 200, failure);
                }
            });
            assertThat(waited).isTrue();
            long events = manifest.table("event").orElseThrow().rows();
            assertThat(events).isBetween(200L, (long) committed.get() - 200);
            assertThat(manifest.table("idempotency").orElseThrow().rows()).isEqualTo(events);
            assertThat(manifest.table("graph_edge").orElseThrow().rows()).isEqualTo(events);
            assertThat(manifest.table("graph_node").orElseThrow().rows()).isEqualTo(2 * events);
        } finally {
            stopped.set(true);
            writer.join();
        }
        assertThat(failure.get()).isNull();
        FilledStore target = FilledStore.none(BUNDLED);
        restore(target, file, false);
        assertThat(target.one("""
                select count(*) from mnemolite.graph_edge as edge
                where not exists (select from mnemolite.graph_node where id = edge.target)
                """)).isEqualTo("0");
    }

    @Test
    void restore_ofAnOlderStateIntoTheSameDatabase_isAnotherStoreToEveryIndex() {
        FilledStore database = FilledStore.of(BUNDLED);
        Path file = directory.resolve("backup.zip");
        back(database, file);
        database.execute("delete from mnemolite.event");
        IndexPosition before;
        try (PostgresStore store = new PostgresStore(PostgresSettings.development(database.address()))) {
            before = store.changes().horizon();
            assertThat(store.changes().covers(before)).isTrue();
        }

        restore(database, file, true);

        try (PostgresStore store = new PostgresStore(PostgresSettings.development(database.address()))) {
            assertThat(store.changes().covers(before)).isFalse();
            assertThat(store.codeChanges().covers(before)).isFalse();
            assertThat(store.graphChanges().covers(before)).isFalse();
            IndexPosition after = store.changes().horizon();
            assertThat(store.changes().after(after, 10)).isEmpty();
            assertThat(store.changes().covers(after)).isTrue();
        }
        assertThat(database.one("select count(*) from mnemolite.event")).isEqualTo("501");
    }

    @Test
    void restore_whereAStoreIs_isRefusedUnlessItMayBeReplaced() {
        FilledStore source = FilledStore.of(BUNDLED);
        Path file = directory.resolve("backup.zip");
        BackupManifest written = back(source, file);
        FilledStore target = FilledStore.empty(BUNDLED);

        assertThatThrownBy(() -> restore(target, file, false))
                .isInstanceOfSatisfying(
                        MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT))
                .hasMessageContaining("holds a store of MnemoLite already")
                .hasMessageContaining("--replace");
        assertThat(target.one("select count(*) from mnemolite.event")).isEqualTo("0");

        restore(target, file, true);
        assertThat(back(target, directory.resolve("again.zip")).tables()).isEqualTo(written.tables());
    }

    @Test
    void restore_whoseConnectionDies_leavesTheOldStateAndCanBeRepeated() {
        FilledStore source = FilledStore.of(BUNDLED);
        Path file = directory.resolve("backup.zip");
        BackupManifest written = back(source, file);
        FilledStore target = FilledStore.of(15);
        target.execute("delete from mnemolite.graph_edge");
        BackupManifest old = back(target, directory.resolve("old.zip"));
        AtomicBoolean killed = new AtomicBoolean();

        assertThatThrownBy(() -> {
                    try (BackupFile backup = BackupFile.open(file)) {
                        new Restore(target.address(), true, false).run(backup, (done, total) -> {
                            if (done > total / 2 && killed.compareAndSet(false, true)) {
                                target.execute("""
                                        select pg_terminate_backend(pid, 10000) from pg_stat_activity
                                        where datname = current_database() and application_name = 'mnemolite_backup'
                                        """);
                            }
                        });
                    }
                })
                .isInstanceOfSatisfying(
                        MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        assertThat(killed).isTrue();
        assertThat(target.column("select nspname from pg_namespace where nspname like 'mnemolite%' order by 1"))
                .as("what a killed restore leaves")
                .containsExactly("mnemolite", "mnemolite_restore");
        assertThat(back(target, directory.resolve("unharmed.zip")).tables()).isEqualTo(old.tables());

        restore(target, file, true);
        assertThat(back(target, directory.resolve("again.zip")).tables()).isEqualTo(written.tables());
    }

    @Test
    void restore_whileServersAreConnected_isRefusedUnlessTolerated() throws Exception {
        FilledStore database = FilledStore.of(BUNDLED);
        Path file = directory.resolve("backup.zip");
        back(database, file);
        try (Connection server = database.connect();
                Statement statement = server.createStatement()) {
            statement.execute("set application_name = 'mnemolite_prod'");
            assertThatThrownBy(() -> {
                        try (BackupFile backup = BackupFile.open(file)) {
                            new Restore(database.address(), true, false, Duration.ofMillis(200))
                                    .run(backup, BackupProgress.NONE);
                        }
                    })
                    .isInstanceOf(MnemoliteException.class)
                    .hasMessageContaining("Servers of MnemoLite are connected")
                    .hasMessageContaining("(sessions: 1)");
            try (BackupFile backup = BackupFile.open(file)) {
                new Restore(database.address(), true, true).run(backup, BackupProgress.NONE);
            }
        }
        assertThat(database.one("select count(*) from mnemolite.event")).isEqualTo("501");
    }

    @Test
    void restore_twoAtOnce_refusesTheSecond() {
        Path file = directory.resolve("backup.zip");
        back(FilledStore.of(BUNDLED), file);
        FilledStore target = FilledStore.none(BUNDLED);
        AtomicReference<Throwable> second = new AtomicReference<>();
        try (BackupFile backup = BackupFile.open(file)) {
            new Restore(target.address(), false, false).run(backup, (done, total) -> {
                if (second.get() == null) {
                    try {
                        restore(target, file, false);
                        second.set(new AssertionError("It was not refused"));
                    } catch (MnemoliteException e) {
                        second.set(e);
                    }
                }
            });
        }
        assertThat(second.get()).hasMessageContaining("Another restore runs in this database");
        assertThat(target.one("select count(*) from mnemolite.event")).isEqualTo("501");
    }

    @Test
    void write_thatFails_leavesNoFile() throws Exception {
        FilledStore source = FilledStore.of(BUNDLED);
        Path file = directory.resolve("backup.zip");
        assertThatThrownBy(() -> new Backup(source.address(), "1").write(file, (done, total) -> {
                    if (done > total / 2) {
                        throw new IllegalStateException("stopped by the test");
                    }
                }))
                .hasMessage("stopped by the test");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
        assertThatThrownBy(() -> back(source, directory.resolve("missing/backup.zip")))
                .isInstanceOf(MnemoliteException.class)
                .hasMessageContaining("could not be written");
    }

    @Test
    void write_ofADatabaseWithoutAStore_saysSo() {
        assertThatThrownBy(() -> back(FilledStore.none(BUNDLED), directory.resolve("backup.zip")))
                .isInstanceOfSatisfying(
                        MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND))
                .hasMessageContaining("There is no store of MnemoLite");
    }

    @Test
    void userWithoutTheRights_isToldWhatToGrant() {
        FilledStore store = FilledStore.of(BUNDLED);
        Path file = directory.resolve("backup.zip");
        back(store, file);
        store.execute("drop role if exists stranger; create role stranger login password 'secret'");
        DatabaseAddress stranger = new DatabaseAddress(store.address().jdbcUrl(), "stranger", "secret");
        assertThatThrownBy(() -> new Backup(stranger, "1").write(file, BackupProgress.NONE))
                .isInstanceOfSatisfying(
                        MnemoliteException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION))
                .hasMessageContaining("The user stranger may not do that")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> {
                    try (BackupFile backup = BackupFile.open(file)) {
                        new Restore(stranger, true, false).run(backup, BackupProgress.NONE);
                    }
                })
                .isInstanceOf(MnemoliteException.class)
                .hasMessageContaining("grant it CREATE on the database");
        assertThat(store.one("select count(*) from mnemolite.event")).isEqualTo("501");
    }

    @Test
    void write_tellsProgressAndHidesTheFileFromOthers() throws Exception {
        FilledStore source = FilledStore.of(BUNDLED);
        Path file = directory.resolve("backup.zip");
        AtomicLong last = new AtomicLong();
        AtomicLong whole = new AtomicLong();
        BackupManifest manifest = new Backup(source.address(), "1").write(file, (done, total) -> {
            assertThat(done).isGreaterThanOrEqualTo(last.getAndSet(done)).isLessThanOrEqualTo(total);
            whole.set(total);
        });
        assertThat(last.get()).isEqualTo(whole.get()).isEqualTo(manifest.rows());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(manifest.schemaVersion()).isEqualTo(Migrations.newestVersion());
    }

    private static BackupManifest back(FilledStore source, Path file) {
        return new Backup(source.address(), "1").write(file, BackupProgress.NONE);
    }

    private static void restore(FilledStore target, Path file, boolean replaces) {
        try (BackupFile backup = BackupFile.open(file)) {
            new Restore(target.address(), replaces, false).run(backup, BackupProgress.NONE);
        }
    }

    /** Every table, column, constraint and index as PostgreSQL describes it. */
    private static List<String> definitions(FilledStore store) {
        return store.column("""
                select definition from (
                    select indexdef as definition from pg_indexes where schemaname = 'mnemolite'
                    union all
                    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
                    from pg_constraint where connamespace = 'mnemolite'::regnamespace
                    union all
                    select concat_ws(' ', table_name, ordinal_position, column_name, data_type, column_default, is_nullable)
                    from information_schema.columns where table_schema = 'mnemolite'
                ) as all_definitions order by definition
                """);
    }

    /** One event, key and edge and two nodes a transaction. */
    private static void write(
            FilledStore store, AtomicInteger committed, AtomicBoolean stopped, AtomicReference<Exception> failure) {
        try (Connection connection = store.connect();
                Statement statement = connection.createStatement()) {
            while (!stopped.get()) {
                statement.execute("""
                        with event as (
                            insert into mnemolite.event (id, occurred_at, content, metadata)
                            values (gen_random_uuid(), now(), '{"text": "a"}', '{}') returning id
                        ), key as (
                            insert into mnemolite.idempotency (route, key, body_hash, ids)
                            select '/v1/events', id::text, '', array[id] from event returning ids
                        ), node as (
                            insert into mnemolite.graph_node (id, type, properties, created_at)
                            select gen_random_uuid(), 'entity', '{}', now() from generate_series(1, 2) returning id
                        )
                        insert into mnemolite.graph_edge (id, source, target, relation, properties, created_at)
                        select gen_random_uuid(), min(id::text)::uuid, max(id::text)::uuid, 'mentions', '{}', now() from node
                        """);
                committed.incrementAndGet();
            }
        } catch (Exception e) {
            failure.set(e);
        }
    }

    private static void awaitMore(AtomicInteger committed, int more, AtomicReference<Exception> failure) {
        int begin = committed.get();
        while (committed.get() < begin + more) {
            assertThat(failure.get()).isNull();
            Thread.onSpinWait();
        }
    }
}
