package io.mnemolite.benchmarks.callgraph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The sources of a library as Maven Central has them, and the libraries that it is compiled against.
 *
 * @param artifact {@code group:name:version}
 * @param libraries the same of each library
 */
record SourceCorpus(String artifact, List<String> libraries) {

    private static final String CENTRAL = "https://repo1.maven.org/maven2/";

    String name() {
        return artifact.split(":", -1)[1];
    }

    /** The Java files, unpacked below {@code cache} when they are not yet there. */
    List<Path> files(Path cache) {
        Path root = root(cache);
        if (!Files.isDirectory(root)) {
            unpack(download(artifact, "-sources", cache), root);
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .filter(file -> !root.relativize(file).startsWith("META-INF"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path root(Path cache) {
        return cache.resolve(name());
    }

    List<Path> classPath(Path cache) {
        List<Path> jars = new ArrayList<>();
        for (String library : libraries) {
            jars.add(download(library, "", cache));
        }
        return jars;
    }

    private static Path download(String artifact, String classifier, Path cache) {
        String[] parts = artifact.split(":", -1);
        String file = parts[1] + "-" + parts[2] + classifier + ".jar";
        Path target = cache.resolve(file);
        if (Files.exists(target)) {
            return target;
        }
        URI address = URI.create(CENTRAL + parts[0].replace('.', '/') + "/" + parts[1] + "/" + parts[2] + "/" + file);
        try (InputStream in = address.toURL().openStream()) {
            Files.createDirectories(cache);
            Path part = cache.resolve(file + ".part");
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            return Files.move(part, target);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not download " + address, e);
        }
    }

    private static void unpack(Path jar, Path root) {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path target = root.resolve(entry.getName()).normalize();
                if (!entry.isDirectory()
                        && target.startsWith(root)
                        && entry.getName().endsWith(".java")) {
                    Files.createDirectories(target.getParent());
                    Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
