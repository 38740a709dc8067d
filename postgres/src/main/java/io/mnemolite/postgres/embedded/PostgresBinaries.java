package io.mnemolite.postgres.embedded;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The programs of one PostgreSQL version for this machine, as an archive that can be unpacked. */
public final class PostgresBinaries {

    private final String version;
    private final Platform platform;
    private final Archive archive;

    private PostgresBinaries(String version, Platform platform, Archive archive) {
        this.version = version;
        this.platform = platform;
        this.archive = archive;
    }

    /** The version that the product brings; fails with CONFIGURATION when there is none for this machine. */
    public static PostgresBinaries bundled() {
        Platform platform = Platform.current();
        ClassLoader loader = PostgresBinaries.class.getClassLoader();
        for (String name : platform.archives()) {
            URL archive = loader.getResource(name);
            if (archive != null) {
                return new PostgresBinaries(bundledVersion(), platform, archive::openStream);
            }
        }
        throw unsupported(platform);
    }

    /** The archive for this machine inside the given jar; several versions can live beside each other that way. */
    public static PostgresBinaries inJar(URL jar, String version) {
        Platform platform = Platform.current();
        return new PostgresBinaries(version, platform, () -> {
            for (String name : platform.archives()) {
                InputStream archive = entry(jar, name);
                if (archive != null) {
                    return archive;
                }
            }
            throw unsupported(platform);
        });
    }

    /** For instance 18.6.0. */
    public String version() {
        return version;
    }

    public int majorVersion() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    /**
     * Unpacks the archive below the given directory unless that was done before, and returns the folder that holds
     * {@code bin}. Safe against other processes that do the same, and against a kill at any moment.
     */
    public Path unpackInto(Path runtimeDirectory) {
        Path target = runtimeDirectory.resolve("postgres-" + version + "-" + platform.name());
        try {
            new Unpacking(archive, target).run();
        } catch (IOException failure) {
            throw new MnemoliteException(
                    ErrorCode.CONFIGURATION,
                    "PostgreSQL " + version + " could not be unpacked into " + target + " (" + failure
                            + "): make that directory writable, with 70 MB of free space.",
                    failure);
        }
        return target;
    }

    /** Opens the archive from its beginning. */
    @FunctionalInterface
    interface Archive {
        InputStream open() throws IOException;
    }

    private static @Nullable InputStream entry(URL jar, String name) throws IOException {
        ZipInputStream zip = new ZipInputStream(jar.openStream());
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(name)) {
                return new FilterInputStream(zip) {};
            }
        }
        zip.close();
        return null;
    }

    private static String bundledVersion() {
        try (InputStream properties = PostgresBinaries.class.getResourceAsStream("binaries.properties")) {
            Properties values = new Properties();
            if (properties != null) {
                values.load(properties);
            }
            String version = values.getProperty("version");
            if (version == null) {
                throw new IllegalStateException("binaries.properties without a version is a fault of the build");
            }
            return version;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static MnemoliteException unsupported(Platform platform) {
        return new MnemoliteException(
                ErrorCode.CONFIGURATION,
                "MnemoLite brings no PostgreSQL for " + platform.name()
                        + ": set DATABASE_URL to a PostgreSQL 15 to 18 that runs elsewhere.");
    }
}
