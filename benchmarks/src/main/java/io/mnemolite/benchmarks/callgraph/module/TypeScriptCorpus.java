package io.mnemolite.benchmarks.callgraph.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A package of npm that brings its sources.
 *
 * @param name of the package
 * @param version exactly
 * @param isHoldout whether no rule was ever looked for in it
 */
record TypeScriptCorpus(String name, String version, boolean isHoldout) {

    static final List<TypeScriptCorpus> ALL = List.of(
            new TypeScriptCorpus("rxjs", "7.8.1", false),
            new TypeScriptCorpus("@tanstack/query-core", "5.108.4", false),
            new TypeScriptCorpus("langium", "3.5.0", false),
            new TypeScriptCorpus("chevrotain", "11.2.0", true),
            new TypeScriptCorpus("@xterm/xterm", "5.5.0", true),
            new TypeScriptCorpus("mobx", "6.16.1", true));

    String artifact() {
        return name + "@" + version;
    }

    /** The sources below the root, declarations and tests left out, for which libraries would be needed. */
    List<String> sources(Path root) {
        return files(root)
                .filter(file -> file.endsWith(".ts") || file.endsWith(".tsx"))
                .filter(file -> !file.endsWith(".d.ts"))
                .filter(file -> !file.matches(".*(__tests__/|__mocks__/|[._](test|spec)\\.tsx?$).*"))
                .toList();
    }

    /** What tells the meaning of imports. */
    List<String> manifests(Path root) {
        return files(root)
                .filter(file -> file.matches("(.*/)?(package|tsconfig)\\.json"))
                .toList();
    }

    private static Stream<String> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !file.contains("node_modules/"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
