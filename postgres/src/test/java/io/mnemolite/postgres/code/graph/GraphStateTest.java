package io.mnemolite.postgres.code.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.contract.code.CodeSample;
import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.graph.CodeGraphStore;
import io.mnemolite.core.code.graph.Completeness;
import io.mnemolite.core.code.graph.GraphSnapshot.Version;
import io.mnemolite.core.code.graph.GraphState;
import io.mnemolite.core.code.graph.StoredCodeGraph;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.core.code.store.FileProblem;
import io.mnemolite.postgres.PostgresStore;
import io.mnemolite.postgres.TestStore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What makes an answer less than all there is. */
class GraphStateTest {

    @RegisterExtension
    static final TestStore STORE = TestStore.major(18);

    private static final GraphSample FILE = new GraphSample("a.py").with(DefinitionKind.FUNCTION, "a");

    private PostgresStore store;
    private CodeGraphStore graph;

    @BeforeEach
    void graph() {
        store = STORE.empty();
        graph = store.codeGraph();
        FILE.store(store);
    }

    private Completeness ofCallers() {
        CodeGraph answers = new StoredCodeGraph(graph);
        return answers.callers(GraphSample.id("a"), 10).orElseThrow().completeness();
    }

    private void fail(String path) {
        store.code()
                .write(
                        "r",
                        Instant.EPOCH,
                        List.of(),
                        List.of(new FileProblem(path, "The file '" + path + "' could not be parsed.")));
    }

    @Test
    void state_ofFilesThatWereAllRead_isWhole() {
        assertThat(graph.state("r")).isEqualTo(GraphState.WHOLE);
        assertThat(graph.state(null)).isEqualTo(GraphState.WHOLE);
        assertThat(ofCallers().isExact()).isTrue();
    }

    @Test
    void state_countsFilesThatFailedUntilTheyAreReadOrGo() {
        fail("broken.py");
        fail("worse.py");

        assertThat(graph.state("r")).isEqualTo(new GraphState(false, 2));
        assertThat(graph.state(null)).isEqualTo(new GraphState(false, 2));
        assertThat(graph.state("other")).isEqualTo(GraphState.WHOLE);
        assertThat(ofCallers()).isEqualTo(new Completeness(false, 0, false, false, 2));

        store.code().removeFiles("r", List.of("worse.py"));
        new GraphSample("broken.py").store(store);
        assertThat(graph.state("r")).isEqualTo(GraphState.WHOLE);
    }

    @Test
    void state_countsFilesWhoseFactsCannotBeRead() {
        GraphSample unreadable = new GraphSample("b.py").with(DefinitionKind.FUNCTION, "b");
        unreadable.write(store);
        unreadable.resolve(store, false);

        assertThat(graph.state("r")).isEqualTo(new GraphState(false, 1));
        assertThat(graph.state(null).unreadFiles()).isEqualTo(1);
        assertThat(ofCallers().unreadFiles()).isEqualTo(1);
        fail("b.py");
        assertThat(graph.state("r").unreadFiles()).as("counted once").isEqualTo(1);
        unreadable.store(store);
        assertThat(graph.state("r")).isEqualTo(GraphState.WHOLE);
    }

    @Test
    void state_ofWhatAnotherVersionResolved_isStale() {
        for (String version : List.of("\\x00", "\\x7f")) {
            STORE.execute("update mnemolite.code_file set resolution = '" + version + "'::bytea || resolution");

            assertThat(graph.state("r").isStale()).isTrue();
            assertThat(graph.state(null).isStale()).isTrue();
            assertThat(graph.state("other").isStale()).isFalse();
            assertThat(ofCallers()).isEqualTo(new Completeness(false, 0, true, false, 0));
            FILE.resolve(store, true);
            assertThat(graph.state("r").isStale()).isFalse();
        }
    }

    @Test
    void keepFacts_ofARevisionThatIsStored_areTheOnesReadNext() {
        Version version = Objects.requireNonNull(graph.snapshot("r").files().get("a.py"));
        graph.keepFacts(version, new byte[] {1, 2});

        assertThat(facts()).containsExactly(1, 2);
        assertThat(graph.snapshot("r").isComplete()).isTrue();
        store.code()
                .write(
                        "r",
                        Instant.EPOCH,
                        List.of(CodeSample.of("a.py", "other").draft()),
                        List.of());
        graph.keepFacts(version, new byte[] {3});
        assertThat(facts()).isEmpty();
    }

    private byte[] facts() {
        return graph.facts(List.of(CodeFileId.of("r", "a.py"))).getFirst().facts();
    }
}
