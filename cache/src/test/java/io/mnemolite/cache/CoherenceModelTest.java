package io.mnemolite.cache;

import static io.mnemolite.cache.ModelScenario.WriterStep.ANSWER;
import static io.mnemolite.cache.ModelScenario.WriterStep.APPLY;
import static io.mnemolite.cache.ModelScenario.WriterStep.BUMP_ALL_EVENTS;
import static io.mnemolite.cache.ModelScenario.WriterStep.BUMP_EVENT;
import static io.mnemolite.cache.ModelScenario.WriterStep.COMMIT;
import static io.mnemolite.cache.ModelScenario.WriterStep.DROP_ENTRIES;
import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.cache.ModelScenario.Writer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No interleaving of the protocol breaks its promise, and the model would notice if one did. */
class CoherenceModelTest {

    private static final int EVENT = 0;
    private static final int SEARCH = 1;

    static Stream<Arguments> correctScenarios() {
        Writer read = Writer.asReadersSeeIt(0);
        Writer searched = Writer.asSearchesSeeIt(0);
        // The connection broke: the caller is told so, and the commit comes to light later, by the tailer.
        Writer lateCommit = Writer.of(0, BUMP_EVENT, ANSWER, COMMIT, BUMP_EVENT, ANSWER);
        Writer clear = Writer.of(0, BUMP_EVENT, DROP_ENTRIES, ANSWER);
        Writer expiry = Writer.of(0, DROP_ENTRIES);
        return Stream.of(
                Arguments.of("2 writers, 2 readers", ModelScenario.of(1, List.of(read, read), EVENT, EVENT)),
                Arguments.of("2 writers, 2 searches", ModelScenario.of(1, List.of(searched, searched), SEARCH, SEARCH)),
                Arguments.of("1 writer, 3 readers", ModelScenario.of(1, List.of(read), EVENT, EVENT, EVENT)),
                Arguments.of("1 writer, 3 searches", ModelScenario.of(1, List.of(searched), SEARCH, SEARCH, SEARCH)),
                Arguments.of(
                        "writers of 2 events, a reader and a search",
                        ModelScenario.of(2, List.of(Writer.correct(0), Writer.correct(1)), 0, 2)),
                Arguments.of(
                        "writers of 2 events, 2 searches",
                        ModelScenario.of(2, List.of(searched, Writer.asSearchesSeeIt(1)), 2, 2)),
                Arguments.of(
                        "a bypass",
                        ModelScenario.of(1, List.of(read), EVENT, EVENT).andBypass(EVENT)),
                Arguments.of("a commit after the answer", ModelScenario.of(1, List.of(lateCommit, read), EVENT, EVENT)),
                Arguments.of("clearing", ModelScenario.of(1, List.of(read, clear), EVENT, EVENT)),
                Arguments.of("expiry", ModelScenario.of(1, List.of(searched, expiry), SEARCH, SEARCH)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("correctScenarios")
    void everyInterleaving_showsAcknowledgedWrites(String name, ModelScenario scenario) {
        Exploration exploration = Exploration.of(scenario);
        System.out.println("Coherence model: " + name + ": " + exploration.states() + " states");
        assertThat(exploration.violation()).isEmpty();
        assertThat(exploration.states()).isGreaterThan(1_000);
    }

    static Stream<Arguments> plantedBugs() {
        Writer once = Writer.correct(0);
        return Stream.of(
                Arguments.of(
                        "a load stores without a check, stamped with the epochs of that moment",
                        ModelScenario.of(1, List.of(once), EVENT, EVENT).with(PlantedBug.STORE_UNCHECKED)),
                Arguments.of(
                        "a read accepts every entry",
                        ModelScenario.of(1, List.of(once), EVENT, EVENT).with(PlantedBug.ACCEPT_ALWAYS)),
                Arguments.of(
                        "a read joins every load",
                        ModelScenario.of(1, List.of(once), EVENT, EVENT).with(PlantedBug.JOIN_ALWAYS)),
                Arguments.of(
                        "a load notes the epochs after it has read",
                        ModelScenario.of(1, List.of(once), EVENT, EVENT).notingAfterSnapshot()),
                Arguments.of(
                        "a writer bumps before it commits",
                        ModelScenario.of(
                                1,
                                List.of(Writer.of(0, BUMP_EVENT, BUMP_ALL_EVENTS, COMMIT, APPLY, ANSWER)),
                                EVENT,
                                EVENT)),
                Arguments.of(
                        "a writer bumps before the index has the change",
                        ModelScenario.of(
                                1,
                                List.of(Writer.of(0, COMMIT, BUMP_EVENT, BUMP_ALL_EVENTS, APPLY, ANSWER)),
                                SEARCH,
                                SEARCH)),
                Arguments.of(
                        "a writer answers before it bumps",
                        ModelScenario.of(
                                1,
                                List.of(Writer.of(0, COMMIT, APPLY, ANSWER, BUMP_EVENT, BUMP_ALL_EVENTS)),
                                EVENT,
                                EVENT)),
                Arguments.of(
                        "a write that failed after its commit does not bump",
                        ModelScenario.of(1, List.of(Writer.of(0, COMMIT, APPLY, ANSWER)), EVENT, EVENT)),
                Arguments.of(
                        "a creation does not bump all events",
                        ModelScenario.of(1, List.of(Writer.of(0, COMMIT, APPLY, BUMP_EVENT, ANSWER)), SEARCH, SEARCH)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plantedBugs")
    void plantedBug_isFound(String name, ModelScenario scenario) {
        Exploration exploration = Exploration.of(scenario);
        System.out.println("Planted: " + name + "; found after " + exploration.states() + " states:\n  "
                + String.join("\n  ", exploration.violation()));
        assertThat(exploration.violation()).isNotEmpty();
    }

    /** The check before a store only saves room, as the comment in {@link CoherentCache} claims. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("correctScenarios")
    void storeWithoutCheck_isHarmlessWhenStampedWithTheNote(String name, ModelScenario scenario) {
        assertThat(Exploration.of(scenario.with(PlantedBug.STORE_OUTDATED)).violation())
                .isEmpty();
    }
}
