package io.mnemolite.benchmarks.code;

import io.mnemolite.benchmarks.harness.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The sources of a module of the JDK that runs.
 *
 * @param files by path
 */
record JdkSources(Map<String, String> files) {

    static JdkSources of(String module) {
        Path archive =
                Settings.java().resolveSibling(Path.of("..", "lib", "src.zip")).normalize();
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> entry.getName().startsWith(module + "/")
                            && entry.getName().endsWith(".java"))
                    .toList();
            for (ZipEntry entry : entries) {
                String content = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                files.put(entry.getName().substring(module.length() + 1), content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The JDK's sources could not be read from " + archive, e);
        }
        return new JdkSources(files);
    }

    static long bytes(Map<String, String> files) {
        return files.values().stream()
                .mapToLong(content -> content.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    /** In the order of the archive, each of at most about so many bytes. */
    List<Map<String, String>> batches(long most) {
        List<Map<String, String>> batches = new ArrayList<>();
        Map<String, String> batch = new LinkedHashMap<>();
        long size = 0;
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (size > 0 && size + file.getValue().length() > most) {
                batches.add(batch);
                batch = new LinkedHashMap<>();
                size = 0;
            }
            batch.put(file.getKey(), file.getValue());
            size += file.getValue().length();
        }
        batches.add(batch);
        return batches;
    }
}
