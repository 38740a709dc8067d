package io.mnemolite.benchmarks.callgraph.module;

import io.mnemolite.benchmarks.harness.Folder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Python sources that a package of npm brings along, as a repository of their own.
 *
 * @param artifact the package with its version
 * @param archive the archive within the package that holds the sources; null when they lie in a folder
 * @param folder of the sources, within the archive or the package
 * @param packages the packages that are taken, by their folders
 * @param isHoldout whether no rule was ever looked for in it
 */
record PythonCorpus(
        String name,
        String artifact,
        @Nullable String archive,
        String folder,
        List<String> packages,
        boolean isHoldout) {

    private static final String LIBRARY = "pyodide@0.26.4";
    private static final String ARCHIVE = "python_stdlib.zip";

    static final List<PythonCorpus> ALL = List.of(
            new PythonCorpus(
                    "stdlib-text",
                    LIBRARY,
                    ARCHIVE,
                    "/",
                    List.of("email", "http", "importlib", "json", "logging", "unittest"),
                    false),
            new PythonCorpus(
                    "stdlib-concurrency",
                    LIBRARY,
                    ARCHIVE,
                    "/",
                    List.of("asyncio", "concurrent", "multiprocessing"),
                    true),
            new PythonCorpus("gyp", "node-gyp@10.3.1", null, "gyp/pylib", List.of("gyp", "packaging"), true));

    /** What the corpus is, for a table. */
    String description() {
        return String.join(", ", packages) + " of " + artifact;
    }

    /** Copies the sources to a folder of their own. */
    Path unpack(Path modules, Path cache) {
        Path root = cache.resolve("python-" + name);
        Path source = modules.resolve(artifact.substring(0, artifact.lastIndexOf('@')));
        Folder.delete(root);
        try {
            if (archive == null) {
                copy(source.resolve(folder), root);
            } else {
                try (FileSystem zip = FileSystems.newFileSystem(source.resolve(archive))) {
                    copy(zip.getPath(folder), root);
                }
            }
            // The answers shall not depend on the Python of this machine.
            Files.writeString(root.resolve("pyrightconfig.json"), "{\"pythonVersion\": \"3.12\"}\n");
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Path from, Path root) throws IOException {
        for (String wanted : packages) {
            try (Stream<Path> files = Files.walk(from.resolve(wanted))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".py")).toList()) {
                    Path target = root.resolve(from.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }

    static List<String> sources(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".py"))
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !file.matches(".*(^|/)(test_[^/]*|[^/]*_test)\\.py"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
