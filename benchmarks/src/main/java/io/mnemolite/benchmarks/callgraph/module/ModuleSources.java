package io.mnemolite.benchmarks.callgraph.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sources of TypeScript and Python for other measurements than that of their call graphs. */
public final class ModuleSources {

    private ModuleSources() {}

    /** The sources and manifests of rxjs, by path. */
    public static Map<String, String> typescript(Path npm) {
        TypeScriptCorpus corpus = TypeScriptCorpus.ALL.getFirst();
        Path root =
                new Node(npm).install(corpus.name(), List.of(corpus.artifact())).resolve(corpus.name());
        Map<String, String> files = read(root, corpus.sources(root));
        files.putAll(read(root, List.of("package.json")));
        return files;
    }

    /** The sources of gyp and packaging, by path. */
    public static Map<String, String> python(Path npm, Path cache) {
        PythonCorpus corpus = PythonCorpus.ALL.getLast();
        Path modules = new Node(npm).install("node-gyp", List.of(corpus.artifact()));
        Path root = corpus.unpack(modules, cache);
        return read(root, PythonCorpus.sources(root));
    }

    private static Map<String, String> read(Path root, List<String> paths) {
        Map<String, String> files = new TreeMap<>();
        try {
            for (String path : paths) {
                files.put(path, Files.readString(root.resolve(path)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
