package io.mnemolite.parsing.facts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.resolution.Resolver;
import io.mnemolite.core.code.resolution.edge.Resolution;
import io.mnemolite.core.code.resolution.registry.RepositoryModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** After any edit the edges are those of a repository that is read afresh. */
class IncrementalResolutionTest {

    private static final int STEPS = 200;
    private static final int FILES = 12;

    private final RepositoryModel model = new RepositoryModel("test");
    private final Map<String, FileFacts> files = new TreeMap<>();
    private final Map<String, String> edges = new TreeMap<>();
    private long resolvedAgain;

    @Test
    void incrementalEdges_afterEachOf200RandomEdits_equalFreshOnes() {
        long seed = System.nanoTime();
        System.out.println("IncrementalResolutionTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < FILES; i++) {
            put(path(random, i), text(random, i));
        }
        long withEdges = 0;
        for (int step = 0; step < STEPS; step++) {
            List<String> paths = new ArrayList<>(files.keySet());
            String victim = paths.get(random.nextInt(paths.size()));
            int type = random.nextInt(FILES);
            switch (random.nextInt(5)) {
                case 0 -> remove(victim);
                case 1 -> {
                    remove(victim);
                    put(path(random, type), text(random, type));
                }
                default -> put(victim, text(random, type));
            }
            if (files.size() < FILES / 2) {
                put(path(random, type), text(random, type));
            }
            Map<String, String> fresh = Sources.whole(files);
            assertThat(edges).as("after step %d with seed %d", step, seed).isEqualTo(fresh);
            withEdges += fresh.values().stream().filter(text -> text.contains("kind=CALLS")).count();
        }
        assertThat(withEdges).isGreaterThan(STEPS);
        assertThat(resolvedAgain).as("fewer files than all, each time").isLessThan((long) STEPS * FILES);
    }

    @Test
    void editOfABody_resolvesThatFileAlone() {
        put("a/B.java", "package a; class B { void f() {} }");
        put("a/A.java", "package a; class A { void m(B b) { b.f(); } }");

        assertThat(stale("a/B.java", "package a;\n\nclass B { void f() { int x = 1; } }")).containsExactly("a/B.java");
        assertThat(stale("a/B.java", "package a; class B { int f() { return 1; } }"))
                .containsExactly("a/A.java", "a/B.java");
    }

    @Test
    void negativeAnswers_areRemembered() {
        put("a/A.java", "package a; class A { void m() { new C(); } }");

        assertThat(stale("a/C.java", "package a; class C {}")).containsExactly("a/A.java", "a/C.java");
        assertThat(edges.get("a/A.java")).contains("kind=CALLS");
    }

    private Set<String> stale(String path, String text) {
        FileFacts facts = Sources.facts("java", path, text);
        files.put(path, facts);
        Set<String> stale = model.put(facts);
        resolve(stale);
        return stale;
    }

    private void put(String path, String text) {
        stale(path, text);
    }

    private void remove(String path) {
        files.remove(path);
        edges.remove(path);
        resolve(model.remove(path));
    }

    private void resolve(Set<String> stale) {
        resolvedAgain += stale.size();
        Resolver resolver = new Resolver(model);
        for (String path : stale) {
            Resolution resolution = resolver.resolve(requireNonNull(files.get(path)));
            model.resolved(path, resolution);
            edges.put(path, Sources.text(resolution));
        }
    }

    private static String path(Random random, int type) {
        return (random.nextBoolean() ? "p" : "q") + "/T" + type + ".java";
    }

    /** A file whose members, supertypes and calls are drawn from a few names, so that each edit matters to others. */
    private static String text(Random random, int type) {
        StringBuilder text = new StringBuilder();
        text.append("package ").append(random.nextBoolean() ? "p" : "q").append(";\n");
        for (int i = random.nextInt(3); i > 0; i--) {
            text.append("import ").append(random.nextBoolean() ? "p" : "q").append(".T").append(random.nextInt(FILES)).append(";\n");
        }
        if (random.nextBoolean()) {
            text.append("import ").append(random.nextBoolean() ? "p" : "q").append(".*;\n");
        }
        if (random.nextInt(3) == 0) {
            text.append("import static p.T").append(random.nextInt(FILES)).append(".*;\n");
        }
        text.append("class T").append(random.nextInt(6) == 0 ? random.nextInt(FILES) : type).append(random.nextInt(3) == 0 ? "<V> " : " ");
        if (random.nextInt(2) == 0) {
            text.append("extends T").append(random.nextInt(FILES)).append(' ');
        }
        text.append("{\n  T").append(random.nextInt(FILES)).append(" field;\n");
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append("  ").append(random.nextInt(3) == 0 ? "static " : "").append('T').append(random.nextInt(FILES))
                    .append(" m").append(random.nextInt(4)).append('(');
            text.append(random.nextInt(3) == 0 ? "T" + random.nextInt(FILES) + " x" : random.nextBoolean() ? "int y" : "").append(") { ");
            for (int call = random.nextInt(4); call >= 0; call--) {
                text.append(call(random)).append("; ");
            }
            text.append("return null; }\n");
        }
        if (random.nextInt(3) == 0) {
            text.append("  class N").append(random.nextInt(3)).append(" { void m").append(random.nextInt(4)).append("() { m")
                    .append(random.nextInt(4)).append("(); } }\n");
        }
        return text.append("}\n").toString();
    }

    private static String call(Random random) {
        String name = "m" + random.nextInt(4) + "(" + (random.nextInt(3) == 0 ? "1" : random.nextInt(3) == 0 ? "field" : "") + ")";
        return switch (random.nextInt(6)) {
            case 0 -> name;
            case 1 -> "field." + name;
            case 2 -> "T" + random.nextInt(FILES) + "." + name;
            case 3 -> "new T" + random.nextInt(FILES) + "()." + name + ".m" + random.nextInt(4) + "()";
            case 4 -> "new T" + random.nextInt(FILES) + ".N" + random.nextInt(3) + "().m" + random.nextInt(4) + "()";
            default -> "super." + name;
        };
    }
}
