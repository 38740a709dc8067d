package io.mnemolite.e2e;

import io.mnemolite.postgres.DatabaseAddress;
import io.mnemolite.postgres.PostgresSettings;
import io.mnemolite.postgres.PostgresStore;
import io.mnemolite.postgres.embedded.EmbeddedPostgres;
import io.mnemolite.postgres.embedded.EmbeddedPostgresSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data of a home's PostgreSQL before anything is remembered, made once and copied into homes: that spares a server's
 * first start half of its work. {@link PackagedServer#startAnew} begins without.
 */
final class EmptyStore {

    private static @Nullable Path made;

    private EmptyStore() {}

    /** Puts it into a home that has no data. */
    static void giveTo(Path home) {
        Path target = home.resolve("postgres");
        if (Files.exists(target) || !Files.isDirectory(home)) {
            return;
        }
        Path source = made();
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(source.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized Path made() {
        Path data = made;
        if (data == null) {
            data = KeptRuntime.folder().resolve("empty-store");
            EmbeddedPostgresSettings settings = EmbeddedPostgresSettings.of(
                    data, KeptRuntime.folder(), KeptRuntime.folder().resolve("empty-store-logs"));
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings);
                    PostgresStore store = new PostgresStore(PostgresSettings.development(
                            new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password())))) {
                store.migrate();
            }
            made = data;
        }
        return data;
    }
}
