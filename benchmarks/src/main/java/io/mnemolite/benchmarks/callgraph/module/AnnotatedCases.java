package io.mnemolite.benchmarks.callgraph.module;

import io.mnemolite.parsing.TreeSitterSourceParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Small repositories in which a comment at the end of a line names what its calls lead to, a feature of Python each. */
final class AnnotatedCases {

    private static final Pattern NAMED = Pattern.compile("#[>!] ([\\w., ]+)");

    private AnnotatedCases() {}

    /** How many edges are true and how many true ones are there, as a table; an edge is a line and its target. */
    static String table(Path cases, TreeSitterSourceParser parser) {
        StringBuilder table = new StringBuilder("""
                | feature | true edges | precision | recall | missed |
                |---|---|---|---|---|
                """);
        try (Stream<Path> folders = Files.list(cases)) {
            for (Path feature : folders.filter(Files::isDirectory).sorted().toList()) {
                table.append(row(feature, parser));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table.toString();
    }

    private static String row(Path root, TreeSitterSourceParser parser) {
        List<String> files = PythonCorpus.sources(root);
        Set<String> named = new TreeSet<>();
        Set<String> found = new TreeSet<>();
        for (String file : files) {
            named.addAll(named(file, CorpusGraph.text(root.resolve(file))));
        }
        CorpusGraph.of(root, files, parser).bySite().forEach((place, predicted) -> {
            Predicted.Symbol target = predicted.target();
            if (target != null) {
                String owner = target.owner().isEmpty() ? "" : target.owner() + ".";
                String name = module(target.path()) + "." + owner + target.name();
                found.add(place.file() + ":" + place.line() + " " + name);
            }
        });
        Set<String> right = new HashSet<>(found);
        right.retainAll(named);
        Set<String> missed = new TreeSet<>(named);
        missed.removeAll(found);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.4f | %.4f | %s |%n",
                root.getFileName(),
                named.size(),
                found.isEmpty() ? 1 : (double) right.size() / found.size(),
                named.isEmpty() ? 1 : (double) right.size() / named.size(),
                missed.isEmpty() ? "" : "`" + String.join("`, `", missed) + "`");
    }

    private static Set<String> named(String file, String text) {
        Set<String> named = new TreeSet<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = NAMED.matcher(lines.get(i));
            while (matcher.find()) {
                for (String target : matcher.group(1).split(",", -1)) {
                    named.add(file + ":" + (i + 1) + " " + target.strip());
                }
            }
        }
        return named;
    }

    private static String module(String path) {
        return path.replaceFirst("(/__init__)?\\.py$", "").replace('/', '.');
    }
}
