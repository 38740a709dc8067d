package io.mnemolite.benchmarks.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
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
public record SourceCorpus(String artifact, List<String> libraries) {

    private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy";

    public String name() {
        return artifact.split(":", -1)[1];
    }

    /** The Java files, unpacked below {@code cache} when they are not yet there. */
    public List<Path> files(Path cache) {
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

    public Path root(Path cache) {
        return cache.resolve(name());
    }

    public List<Path> classPath(Path cache) {
        List<Path> jars = new ArrayList<>();
        for (String library : libraries) {
            jars.add(download(library, "", cache));
        }
        return jars;
    }

    /** By Maven, from wherever this machine has its artifacts. */
    private static Path download(String artifact, String classifier, Path cache) {
        String[] parts = artifact.split(":", -1);
        Path target = cache.resolve(parts[1] + "-" + parts[2] + classifier + ".jar");
        if (Files.exists(target)) {
            return target;
        }
        Path project = Path.of(System.getProperty("mnemolite.project", ".")).toAbsolutePath();
        String wanted = artifact + (classifier.isEmpty() ? "" : ":jar:" + classifier.substring(1));
        try {
            Files.createDirectories(cache);
            Process maven = new ProcessBuilder(
                            project.resolve("mvnw").toString(),
                            "--batch-mode",
                            "-q",
                            "-N",
                            COPY,
                            "-Dartifact=" + wanted,
                            "-DoutputDirectory=" + cache.toAbsolutePath())
                    .directory(project.toFile())
                    .inheritIO()
                    .start();
            if (maven.waitFor() != 0 || !Files.exists(target)) {
                throw new IllegalStateException("Maven could not fetch " + wanted);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("Maven could not fetch " + wanted, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
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
