package io.mnemolite.server.web.asset;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** Where assets come from: our own files in the folder {@code ui}, libraries from WebJars by {@code ui-libraries.properties}. */
final class AssetFiles {

    private static final String FOLDER = "ui";
    private static final String LIBRARIES = "ui-libraries.properties";

    private AssetFiles() {}

    /** Our own files by name. */
    static Map<String, byte[]> own() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try {
            ClassPathUtils.consumeAsPaths(AssetFiles.class.getClassLoader(), FOLDER, folder -> readAll(folder, files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** The places of the libraries' files on the class path, by the names they are served under. */
    static Map<String, String> libraries() {
        Properties properties = new Properties();
        try (InputStream stream = open(LIBRARIES)) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> places = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(name -> places.put(name, properties.getProperty(name)));
        return places;
    }

    static byte[] read(String place) {
        try (InputStream stream = open(place)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String place) {
        InputStream stream = AssetFiles.class.getClassLoader().getResourceAsStream(place);
        if (stream == null) {
            throw new IllegalStateException(place + " is missing from the package");
        }
        return stream;
    }

    private static void readAll(Path folder, Map<String, byte[]> files) {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : entries.sorted().toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
