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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After any edit the edges are those of a repository that is read afresh. */
class IncrementalResolutionTest {

    private static final int STEPS = 200;
    private static final int FILES = RandomSources.FILES;

    private final RepositoryModel model = new RepositoryModel("test");
    private final Map<String, FileFacts> files = new TreeMap<>();
    private final Map<String, String> edges = new TreeMap<>();
    private long resolvedAgain;

    @ParameterizedTest
    @EnumSource(RandomSources.class)
    void incrementalEdges_afterEachOf200RandomEdits_equalFreshOnes(RandomSources sources) {
        long seed = System.nanoTime();
        System.out.println("IncrementalResolutionTest " + sources + " seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < FILES; i++) {
            add(sources, random, i);
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
                    add(sources, random, type);
                }
                default -> put(victim, sources.text(random, type, victim));
            }
            if (files.size() < FILES / 2) {
                add(sources, random, type);
            }
            Map<String, String> fresh = Sources.whole(files);
            assertThat(edges).as("after step %d with seed %d", step, seed).isEqualTo(fresh);
            withEdges += fresh.values().stream()
                    .filter(text -> text.contains("kind=CALLS"))
                    .count();
        }
        assertThat(withEdges).isGreaterThan(STEPS);
        assertThat(resolvedAgain).as("fewer files than all, each time").isLessThan((long) STEPS * FILES);
    }

    @Test
    void editOfABody_resolvesThatFileAlone() {
        put("a/B.java", "package a; class B { void f() {} }");
        put("a/A.java", "package a; class A { void m(B b) { b.f(); } }");

        assertThat(stale("a/B.java", "package a;\n\nclass B { void f() { int x = 1; } }"))
                .containsExactly("a/B.java");
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
        FileFacts facts = Sources.factsByName(path, text);
        files.put(path, facts);
        Set<String> stale = model.put(facts);
        resolve(stale);
        return stale;
    }

    private void add(RandomSources sources, Random random, int type) {
        String path = sources.path(random, type);
        put(path, sources.text(random, type, path));
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
}
