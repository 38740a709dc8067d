package io.mnemolite.server.config;

import io.mnemolite.server.config.option.Defaults;
import io.mnemolite.server.config.option.Masking;
import io.mnemolite.server.config.option.Option;
import io.mnemolite.server.config.option.OptionGroup;
import io.mnemolite.server.config.option.Settings;
import io.mnemolite.server.config.option.ValueType;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where everything is kept.
 *
 * @param home the directory that holds what the server keeps on disk; absolute
 * @param databaseUrl an external PostgreSQL; null: the embedded one, below {@code home}
 */
public record StorageConfiguration(Path home, @Nullable DatabaseUrl databaseUrl) {

    static final Option<Path> HOME = Option.of(
            "home",
            ValueType.path(),
            Defaults.everywhere("~/.mnemolite"),
            "The directory for all that the server keeps on disk.");
    private static final Option<DatabaseUrl> DATABASE_URL = Option.of(
                    "database.url",
                    DatabaseUrl.type(),
                    Defaults.none(),
                    "An external PostgreSQL, instead of the embedded one; in profile test TEST_DATABASE_URL counts"
                            + " before DATABASE_URL, in the others it is ignored.")
            .environment(Configuration.TEST_DATABASE_URL, "DATABASE_URL")
            .masked(Masking.PASSWORD);

    static final OptionGroup OPTIONS = new OptionGroup("Storage", List.of(HOME, DATABASE_URL));

    /** Whether the server runs its own PostgreSQL. */
    public boolean isEmbedded() {
        return databaseUrl == null;
    }

    /** The data of the embedded PostgreSQL. */
    public Path postgres() {
        return home.resolve("postgres");
    }

    /** The search index. */
    public Path index() {
        return home.resolve("index");
    }

    /** The log files. */
    public Path logs() {
        return home.resolve("logs");
    }

    /** Binaries and models that the server unpacks, and what exists only while it runs. */
    public Path runtime() {
        return home.resolve("runtime");
    }

    static StorageConfiguration read(Settings settings, Path userHome) {
        return new StorageConfiguration(
                expand(settings.get(HOME), userHome),
                settings.find(DATABASE_URL).orElse(null));
    }

    /** The absolute path that {@code path} means when a leading {@code ~} stands for {@code userHome}. */
    static Path expand(Path path, Path userHome) {
        Path expanded = path.startsWith("~") ? userHome.resolve(Path.of("~").relativize(path)) : path;
        return expanded.toAbsolutePath().normalize();
    }
}
