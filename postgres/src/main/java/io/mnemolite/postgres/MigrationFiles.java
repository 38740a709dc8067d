package io.mnemolite.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** The migrations by name, so that nothing depends on how a class loader lists its files. */
final class MigrationFiles implements ResourceProvider {

    private static final List<String> NAMES = List.of(
            "V1__events_and_change_log.sql",
            "V2__memory_graph.sql",
            "V3__code.sql",
            "V4__code_graph.sql",
            "V5__imports_of_files.sql",
            "V6__names_and_indexes.sql");

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return NAMES.contains(name) ? new MigrationFile(name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return NAMES.stream()
                .filter(name ->
                        name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith))
                .map(name -> (LoadableResource) new MigrationFile(name))
                .toList();
    }

    /** A hash of all names and contents: two programs with the same one make the same tables. */
    static String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : NAMES) {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(content(name));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number of the last migration. */
    static int newestVersion() {
        String last = NAMES.getLast();
        return Integer.parseInt(last.substring(1, last.indexOf("__")));
    }

    private static byte[] content(String name) {
        String path = "migration/" + name;
        try (InputStream stream = MigrationFiles.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("The migration " + path + " is missing in the class path");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class MigrationFile extends LoadableResource {

        private final String name;

        MigrationFile(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            return new StringReader(new String(content(name), StandardCharsets.UTF_8));
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
