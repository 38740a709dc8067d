package io.mnemolite.parsing.facts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.mnemolite.core.code.Language;
import io.mnemolite.core.code.facts.Definition;
import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.FileFactsCodec;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.resolution.Resolver;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.core.code.resolution.edge.Resolution;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import io.mnemolite.core.code.resolution.registry.RepositoryModel;
import io.mnemolite.parsing.facts.manifest.ManifestFacts;
import io.mnemolite.parsing.tree.SyntaxTrees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A few small files, and what is found in them, as lines of text. */
final class Sources {

    private static final SyntaxTrees TREES = new SyntaxTrees(Path.of("target/native"));

    private final String language;
    private final Map<String, FileFacts> files = new LinkedHashMap<>();

    Sources(String language) {
        this.language = language;
    }

    static Sources java() {
        return new Sources("java");
    }

    Sources with(String path, String text) {
        files.put(path, facts(language, path, text));
        return this;
    }

    Sources with(String path, FileFacts facts) {
        files.put(path, facts);
        return this;
    }

    Sources withManifest(String path, String text) {
        FileFacts facts = requireNonNull(ManifestFacts.of(path, text), path);
        files.put(path, FileFactsCodec.decode(FileFactsCodec.encode(facts)));
        return this;
    }

    /** The facts of a text, once through their codec. */
    static FileFacts facts(String language, String path, String text) {
        FileFacts facts = FactExtraction.facts(
                new Language(
                        switch (language) {
                            case "c-sharp" -> "csharp";
                            case "tsx" -> "typescript";
                            default -> language;
                        }),
                path,
                TREES.parse(TREES.grammar(language), text.getBytes(UTF_8)).orElseThrow());
        return FileFactsCodec.decode(FileFactsCodec.encode(facts));
    }

    /** The facts of a file whose name tells its language, or that it is a manifest. */
    static FileFacts factsByName(String path, String text) {
        String extension = path.substring(path.lastIndexOf('.') + 1);
        return switch (extension) {
            case "java", "go" -> facts(extension, path, text);
            case "py" -> facts("python", path, text);
            case "ts" -> facts("typescript", path, text);
            case "kt" -> facts("kotlin", path, text);
            case "cs" -> facts("c-sharp", path, text);
            case "rs" -> facts("rust", path, text);
            case "cpp", "hpp" -> facts("cpp", path, text);
            case "rb" -> facts("ruby", path, text);
            case "php", "swift" -> facts(extension, path, text);
            default -> requireNonNull(ManifestFacts.of(path, text), path);
        };
    }

    FileFacts facts(String path) {
        FileFacts found = files.get(path);
        if (found == null) {
            throw new IllegalArgumentException("There is no file " + path);
        }
        return found;
    }

    /** Calls and references of a file, such as {@code 3 a.A.m -> a.B.n}; without an edge, the callee and the reason. */
    List<String> calls(String path) {
        List<String> lines = new ArrayList<>();
        Map<SymbolId, String> names = names(files);
        Resolution resolution = resolve(path);
        for (Edge edge : resolution.edges()) {
            if (edge.kind() == Edge.Kind.CALLS || edge.kind() == Edge.Kind.REFERENCES) {
                String several = edge.candidates() > 1 ? " of " + edge.candidates() : "";
                String arrow = edge.kind() == Edge.Kind.CALLS ? " -> " : " ~> ";
                lines.add(edge.line() + " " + names.get(edge.source()) + arrow + names.get(edge.target()) + several);
            }
        }
        for (UnresolvedSite site : resolution.unresolved()) {
            lines.add(site.line() + " " + names.get(site.caller()) + " -> "
                    + site.reason().wireName() + " " + site.callee());
        }
        return lines;
    }

    /** How sure each call of a file is, such as {@code 3 0.9}. */
    List<String> confidences(String path) {
        return resolve(path).edges().stream()
                .filter(edge -> edge.kind() == Edge.Kind.CALLS)
                .map(edge -> edge.line() + " " + edge.confidence())
                .toList();
    }

    /** The names under which call sites without an edge are found, such as {@code 3 parse}. */
    List<String> unresolvedNames(String path) {
        return resolve(path).unresolved().stream()
                .map(site -> site.line() + " " + site.name())
                .toList();
    }

    /** Other edges of a file, such as {@code a.A inherits a.B}. */
    List<String> relations(String path) {
        Map<SymbolId, String> names = names(files);
        return resolve(path).edges().stream()
                .filter(edge -> edge.kind() != Edge.Kind.CALLS && edge.kind() != Edge.Kind.REFERENCES)
                .map(edge -> names.get(edge.source()) + " " + edge.kind().wireName() + " " + names.get(edge.target()))
                .toList();
    }

    private Resolution resolve(String path) {
        RepositoryModel model = new RepositoryModel("test");
        model.change(files.values(), List.of());
        return new Resolver(model).resolve(facts(path));
    }

    private static Map<SymbolId, String> names(Map<String, FileFacts> files) {
        Map<SymbolId, String> names = new HashMap<>();
        for (FileFacts facts : files.values()) {
            List<SymbolId> ids = SymbolId.of("test", facts);
            for (int i = 0; i < ids.size(); i++) {
                Definition definition = facts.definitions().get(i);
                String signature = definition.kind().isCallable() ? "(" + definition.signature() + ")" : "";
                names.put(ids.get(i), definition.qualifiedName() + signature);
            }
        }
        return names;
    }

    /** All edges and unresolved sites of a repository, per file, each file resolved. */
    static Map<String, String> whole(Map<String, FileFacts> files) {
        RepositoryModel model = new RepositoryModel("test");
        model.change(files.values(), List.of());
        Resolver resolver = new Resolver(model);
        Map<String, String> found = new TreeMap<>();
        files.forEach((path, facts) -> found.put(path, text(resolver.resolve(facts))));
        return found;
    }

    static String text(Resolution resolution) {
        return resolution.edges() + "\n" + resolution.unresolved();
    }
}
