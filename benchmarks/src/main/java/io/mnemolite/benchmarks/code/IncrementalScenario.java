package io.mnemolite.benchmarks.code;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.benchmarks.callgraph.module.ModuleSources;
import io.mnemolite.benchmarks.harness.Api;
import io.mnemolite.benchmarks.harness.Folder;
import io.mnemolite.benchmarks.harness.Numbers;
import io.mnemolite.benchmarks.harness.Report;
import io.mnemolite.benchmarks.harness.Scenario;
import io.mnemolite.benchmarks.harness.Server;
import io.mnemolite.benchmarks.harness.Settings;
import io.mnemolite.benchmarks.harness.SourceCorpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether a graph that was kept current edit by edit is the one that a fresh index of the same files has. */
public final class IncrementalScenario implements Scenario {

    private static final long SEED = 7;
    private static final String REPOSITORY = "edited";
    private static final SourceCorpus JAVA = new SourceCorpus("org.apache.commons:commons-csv:1.12.0", List.of());
    private static final SourceCorpus MORE_JAVA = new SourceCorpus("com.google.code.gson:gson:2.11.0", List.of());
    private static final int SHOWN = 5;

    @Override
    public String title() {
        return "code-incremental: after each edit the graph of a fresh index";
    }

    @Override
    public String page() {
        return "issue-3.md";
    }

    /** What a server has of the repository: each line of its export. */
    private static Set<String> export(Server server) {
        return new TreeSet<>(new String(
                        server.api()
                                .response("/v1/code/graph/export?repository=" + REPOSITORY)
                                .body(),
                        StandardCharsets.UTF_8)
                .lines()
                .toList());
    }

    @Override
    public String measure(Settings settings) {
        Path home = settings.work().resolve("code-incremental");
        Folder.delete(home);
        Random random = new Random(SEED);
        RandomEdits edits = new RandomEdits(sources(settings), random);
        int steps = settings.pick(40, 200);
        List<Double> incremental = new ArrayList<>();
        List<Double> fresh = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        long edges = 0;
        int changed = 0;
        Set<String> last = Set.of();
        try (Server kept = Server.start(settings, home.resolve("kept"), Server.Embedding.MOCK);
                Server anew = Server.start(settings, home.resolve("anew"), Server.Embedding.MOCK)) {
            index(kept, Map.of(), edits.files());
            for (int step = 1; step <= steps; step++) {
                Map<String, String> before = new TreeMap<>(edits.files());
                String edit = edits.next();
                incremental.add(index(kept, before, edits.files()));
                anew.api().delete("/v1/code/index/repositories/" + REPOSITORY);
                fresh.add(index(anew, Map.of(), edits.files()));
                Set<String> wanted = export(anew);
                Set<String> found = export(kept);
                if (!found.equals(wanted)) {
                    differences.add("- after edit " + step + " (" + edit + "): " + difference(found, wanted));
                }
                changed += wanted.equals(last) ? 0 : 1;
                last = wanted;
                edges = wanted.stream()
                        .filter(line -> line.contains("\"type\":\"call\"") && !line.contains("\"target\":null"))
                        .count();
            }
        }
        return String.format(
                Locale.ROOT,
                """
                        commons-csv and gson (Java), rxjs (TypeScript), gyp and packaging (Python) as one repository of %,d files. Edits rename an
                        identifier in one file, cut lines, paste lines of another file, move, swap, delete and bring back files; many leave code
                        that does not parse. After each of them the export of the server that was told of the changed files alone is compared, line by
                        line, ids included, with that of another server that has just indexed all files anew.

                        - **%d edits, %d of which changed the graph; exports that differ: %d**, promised 0 (of 200): %s
                        - at the end %,d files, %,d lines of export, %,d call sites with an edge
                        - one edit: p50 %.0f ms, p95 %.0f ms; everything anew: p50 %.0f ms

                        %s
                        Chance is seeded with %d.
                        """,
                edits.files().size(),
                steps,
                changed,
                differences.size(),
                Report.verdict(differences.isEmpty()),
                edits.files().size(),
                last.size(),
                edges,
                Numbers.percentile(incremental, 50),
                Numbers.percentile(incremental, 95),
                Numbers.percentile(fresh, 50),
                differences.isEmpty()
                        ? ""
                        : String.join("\n", differences.subList(0, Math.min(SHOWN, differences.size()))) + "\n",
                SEED);
    }

    private static String difference(Set<String> found, Set<String> wanted) {
        Set<String> tooMany = new HashSet<>(found);
        tooMany.removeAll(wanted);
        Set<String> missing = new HashSet<>(wanted);
        missing.removeAll(found);
        return tooMany.size() + " lines too many, such as "
                + tooMany.stream().sorted().findFirst().orElse("none")
                + "; " + missing.size() + " missing, such as "
                + missing.stream().sorted().findFirst().orElse("none");
    }

    /** Sends what changed between two states; milliseconds until the answer. */
    private static double index(Server server, Map<String, String> before, Map<String, String> after) {
        ObjectNode body = Api.JSON.createObjectNode().put("repository", REPOSITORY);
        body.put("generate_embeddings", false);
        ArrayNode files = body.putArray("files");
        after.forEach((path, content) -> {
            if (!content.equals(before.get(path))) {
                files.addObject().put("path", path).put("content", content);
            }
        });
        ArrayNode deleted = body.putArray("deleted_paths");
        before.keySet().stream().filter(path -> !after.containsKey(path)).forEach(deleted::add);
        String text = body.toString();
        long start = System.nanoTime();
        server.api().post("/v1/code/index", text);
        return (System.nanoTime() - start) / 1e6;
    }

    private static Map<String, String> sources(Settings settings) {
        Path corpora = settings.project().resolve("benchmarks/target/corpora");
        Map<String, String> all = new TreeMap<>();
        for (SourceCorpus corpus : List.of(JAVA, MORE_JAVA)) {
            Path root = corpus.root(corpora);
            for (Path file : corpus.files(corpora)) {
                all.put(corpus.name() + "/" + root.relativize(file), read(file));
            }
        }
        Path npm = corpora.resolve("npm");
        ModuleSources.typescript(npm).forEach((path, text) -> all.put("rxjs/" + path, text));
        ModuleSources.python(npm, corpora).forEach((path, text) -> all.put("gyp/" + path, text));
        return all;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
