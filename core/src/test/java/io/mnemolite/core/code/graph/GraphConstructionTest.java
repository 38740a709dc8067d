package io.mnemolite.core.code.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.code.facts.FileFacts;
import io.mnemolite.core.code.facts.FileFactsCodec;
import io.mnemolite.core.code.facts.PythonFacts;
import io.mnemolite.core.code.indexing.IndexingTimes;
import io.mnemolite.core.code.indexing.ParsingThreads;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever happens between two updates, the graph is the one that a server would build that reads everything anew. */
class GraphConstructionTest {

    private static final String REPOSITORY = "r";

    private final ParsingThreads threads = new ParsingThreads(2);
    private final FactsStore store = new FactsStore();
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void close() {
        threads.close();
    }

    /** As of a server that has just started. */
    private GraphConstruction construction(FactsStore of) {
        return construction(of, stored -> Optional.empty());
    }

    private GraphConstruction construction(FactsStore of, FactsOfText texts) {
        return new GraphConstruction(of, threads, texts, new IndexingTimes(), told::add);
    }

    private GraphConstruction construction() {
        return construction(store);
    }

    private static FileFacts caller(String path) {
        return new PythonFacts(path)
                .takes("tools", "helper")
                .calls(null, "helper")
                .facts();
    }

    private static FileFacts tools(String function) {
        return new PythonFacts("tools.py").function(function).facts();
    }

    private void putThree() {
        store.put(REPOSITORY, tools("helper"));
        store.put(REPOSITORY, caller("caller.py"));
        store.put(REPOSITORY, new PythonFacts("alone.py").calls(null, "print").facts());
    }

    private Map<String, String> afresh(FileFacts... files) {
        FactsStore other = new FactsStore();
        for (FileFacts file : files) {
            other.put(REPOSITORY, file);
        }
        construction(other).update(REPOSITORY, List.of());
        return other.graph(REPOSITORY);
    }

    private void fail(RuntimeException failure) {
        store.beforeReplace = () -> {
            throw failure;
        };
    }

    @Test
    void update_afterARestart_resolvesWhatTheChangeConcernsAndNothingElse() {
        putThree();
        construction().update(REPOSITORY, List.of());
        assertThat(store.graph(REPOSITORY).get("caller.py")).contains("kind=CALLS");
        store.replaced.clear();
        GraphConstruction restarted = construction();

        restarted.prepare(REPOSITORY);
        store.put(REPOSITORY, tools("renamed"));
        restarted.update(REPOSITORY, List.of());

        assertThat(store.replaced).containsExactly(Set.of("caller.py", "tools.py"));
        assertThat(store.graph(REPOSITORY))
                .isEqualTo(afresh(
                        tools("renamed"),
                        caller("caller.py"),
                        new PythonFacts("alone.py").calls(null, "print").facts()));
        assertThat(store.graph(REPOSITORY).get("caller.py")).doesNotContain("kind=CALLS");
        assertThat(store.snapshot(REPOSITORY).isComplete()).isTrue();
    }

    @Test
    void update_afterARestart_ofAFileThatWent_resolvesItsCallers() {
        putThree();
        construction().update(REPOSITORY, List.of());
        store.replaced.clear();
        GraphConstruction restarted = construction();

        restarted.prepare(REPOSITORY);
        store.remove(REPOSITORY, "tools.py");
        restarted.update(REPOSITORY, List.of());

        assertThat(store.replaced).containsExactly(Set.of("caller.py"));
        assertThat(store.graph(REPOSITORY).get("caller.py")).doesNotContain("kind=CALLS");
    }

    @Test
    void update_ofACompleteGraph_storesNothing() {
        putThree();
        construction().update(REPOSITORY, List.of());
        store.replaced.clear();

        assertThat(construction().update(REPOSITORY, List.of()).edges()).isZero();

        assertThat(store.replaced).isEmpty();
    }

    @Test
    void update_ofFilesResolvedByAnotherVersion_resolvesThemAnew() {
        checkMadeAnew(new byte[] {ResolutionCodec.VERSION + 1, 7});
    }

    @Test
    void update_ofADamagedResolution_makesItAnew() {
        checkMadeAnew(new byte[] {ResolutionCodec.VERSION, 7});
    }

    /** A restart that finds this stored of one file resolves that file, to the same graph. */
    private void checkMadeAnew(byte[] resolution) {
        putThree();
        construction().update(REPOSITORY, List.of());
        Map<String, String> whole = store.graph(REPOSITORY);
        store.replaced.clear();
        store.putResolution(REPOSITORY, "caller.py", resolution);

        construction().update(REPOSITORY, List.of());

        assertThat(store.replaced).containsExactly(Set.of("caller.py"));
        assertThat(store.graph(REPOSITORY)).isEqualTo(whole);
    }

    @Test
    void update_ofFilesResolvedByAnotherVersion_resolvesThemWithTheNextChange() {
        putThree();
        construction().update(REPOSITORY, List.of());
        store.replaced.clear();
        store.putResolution(REPOSITORY, "caller.py", new byte[] {ResolutionCodec.VERSION + 1, 7});
        GraphConstruction restarted = construction();

        restarted.prepare(REPOSITORY);
        store.put(REPOSITORY, new PythonFacts("alone.py").facts());
        restarted.update(REPOSITORY, List.of());
        restarted.update(REPOSITORY, List.of());

        assertThat(store.replaced).containsExactly(Set.of("alone.py", "caller.py"));
    }

    /** As of a release that reads another format, and of a row that was damaged: neither keeps the rest from being resolved. */
    @Test
    void update_ofFactsThatCannotBeRead_resolvesTheOthersAndCountsTheFileAsUnread() {
        putThree();
        construction().update(REPOSITORY, List.of());
        store.putFacts(REPOSITORY, "tools.py", new byte[] {FileFactsCodec.VERSION + 1, 0, 0, 0, 1, 7});
        store.put(REPOSITORY, new PythonFacts("more.py").function("more").facts());

        construction().update(REPOSITORY, List.of());

        assertThat(store.unread).containsExactly("tools.py");
        assertThat(store.graph(REPOSITORY)).containsKey("more.py");
        store.put(REPOSITORY, tools("helper"));
        construction().update(REPOSITORY, List.of());
        assertThat(store.unread).isEmpty();
        assertThat(store.graph(REPOSITORY).get("caller.py")).contains("kind=CALLS");
    }

    @Test
    void update_ofFactsThatCannotBeRead_readsThemAnewFromTheText() {
        putThree();
        construction().update(REPOSITORY, List.of());
        Map<String, String> whole = store.graph(REPOSITORY);
        store.putFacts(REPOSITORY, "tools.py", new byte[] {FileFactsCodec.VERSION, 1});
        store.replaced.clear();
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        FactsOfText texts = stored -> {
            asked.add(stored.path());
            return Optional.of(tools("helper"));
        };

        construction(store, texts).update(REPOSITORY, List.of());
        construction(store, texts).update(REPOSITORY, List.of());

        assertThat(asked).containsExactly("tools.py");
        assertThat(store.unread).isEmpty();
        assertThat(store.replaced).isEmpty();
        assertThat(store.graph(REPOSITORY)).isEqualTo(whole);
    }

    @Test
    void update_thatTheStoreRefuses_isToldAndMadeGoodByTheNext() {
        putThree();
        GraphConstruction construction = construction();
        construction.update(REPOSITORY, List.of());
        told.clear();
        store.put(REPOSITORY, tools("renamed"));
        MnemoliteException failure = new MnemoliteException(ErrorCode.UNAVAILABLE, "The database is away.");
        fail(failure);

        assertThatThrownBy(() -> construction.update(REPOSITORY, List.of())).isSameAs(failure);
        assertThat(told).containsExactly(REPOSITORY);
        assertThat(store.snapshot(REPOSITORY).isComplete()).isFalse();
        store.beforeReplace = () -> {};
        construction.update(REPOSITORY, List.of());

        assertThat(store.snapshot(REPOSITORY).isComplete()).isTrue();
        assertThat(store.graph(REPOSITORY).get("caller.py")).doesNotContain("kind=CALLS");
    }

    @Test
    void update_thatFailsHalfWay_leavesTheThreadsToOthersAndIsMadeGood() {
        for (int i = 0; i < 250; i++) {
            store.put(REPOSITORY, caller("caller" + i + ".py"));
        }
        store.put(REPOSITORY, tools("helper"));
        GraphConstruction construction = construction();
        fail(new MnemoliteException(ErrorCode.STORAGE_FULL, "The disk is full."));

        assertThatThrownBy(() -> construction.update(REPOSITORY, List.of()))
                .isInstanceOf(MnemoliteException.class)
                .hasMessage("The disk is full.");
        assertThat(threads.begin(List.of(1, 2, 3), number -> 2 * number).await())
                .containsExactly(2, 4, 6);
        store.beforeReplace = () -> {};
        construction.update(REPOSITORY, List.of());

        assertThat(store.graph(REPOSITORY)).hasSize(251);
        assertThat(store.graph(REPOSITORY).values().stream().filter(found -> found.contains("kind=CALLS")))
                .hasSize(250);
    }

    @Test
    void prepare_ofMoreFilesThanAreKept_dropsTheRepositoryUsedLongestAgo() {
        for (int i = 0; i < 30_000; i++) {
            store.putText("large", i + ".txt");
        }
        store.markComplete("large", 30_000);
        store.put(REPOSITORY, tools("helper"));
        store.markComplete(REPOSITORY, 1);
        GraphConstruction construction = construction();

        construction.prepare("large");
        construction.prepare(REPOSITORY);
        store.factsRead = 0;
        construction.prepare(REPOSITORY);
        assertThat(store.factsRead).isZero();
        construction.prepare("large");

        assertThat(store.factsRead).isEqualTo(30_000);
    }
}
