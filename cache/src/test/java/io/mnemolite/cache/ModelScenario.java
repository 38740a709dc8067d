package io.mnemolite.cache;

import java.util.ArrayList;
import java.util.List;

/**
 * Who takes part in a run of {@link CoherenceModel}.
 *
 * @param keys how many events there are; resource {@code k} is event k, resource {@code keys} a search over all of them
 * @param writers what each writer does, in its order
 * @param readers what each reader asks for
 * @param notesAfterSnapshot whether loads note the epochs too late, which is a planted bug
 */
record ModelScenario(
        int keys, List<Writer> writers, List<Reader> readers, CoherenceProtocol protocol, boolean notesAfterSnapshot) {

    /** What a writer does in one step. */
    enum WriterStep {
        /** The new version is in the store. */
        COMMIT,
        /** The index shows the store's version. */
        APPLY,
        BUMP_EVENT,
        BUMP_ALL_EVENTS,
        /** The writer's caller hears of the outcome, whatever it is. */
        ANSWER,
        /** Entries vanish, as they do when they expire or are evicted. */
        DROP_ENTRIES
    }

    /** Somebody who changes event {@code key}: a request of this node, or the tailer with another node's change. */
    record Writer(int key, List<WriterStep> steps) {

        static Writer of(int key, WriterStep... steps) {
            return new Writer(key, List.of(steps));
        }

        /** What {@link CoherentEvents} does around a write. */
        static Writer correct(int key) {
            return of(
                    key,
                    WriterStep.COMMIT,
                    WriterStep.APPLY,
                    WriterStep.BUMP_EVENT,
                    WriterStep.BUMP_ALL_EVENTS,
                    WriterStep.ANSWER);
        }

        /** The same without the steps that only searches depend on. */
        static Writer asReadersSeeIt(int key) {
            return of(key, WriterStep.COMMIT, WriterStep.BUMP_EVENT, WriterStep.ANSWER);
        }

        /** The same without the step that only reads by id depend on. */
        static Writer asSearchesSeeIt(int key) {
            return of(key, WriterStep.COMMIT, WriterStep.APPLY, WriterStep.BUMP_ALL_EVENTS, WriterStep.ANSWER);
        }
    }

    record Reader(int resource, boolean bypasses) {}

    static ModelScenario of(int keys, List<Writer> writers, int... resources) {
        List<Reader> readers = new ArrayList<>();
        for (int resource : resources) {
            readers.add(new Reader(resource, false));
        }
        return new ModelScenario(keys, writers, readers, CoherenceProtocol.COHERENT, false);
    }

    ModelScenario with(CoherenceProtocol other) {
        return new ModelScenario(keys, writers, readers, other, notesAfterSnapshot);
    }

    ModelScenario notingAfterSnapshot() {
        return new ModelScenario(keys, writers, readers, protocol, true);
    }

    ModelScenario andBypass(int resource) {
        List<Reader> more = new ArrayList<>(readers);
        more.add(new Reader(resource, true));
        return new ModelScenario(keys, writers, more, protocol, notesAfterSnapshot);
    }

    boolean depends(int resource, int key) {
        return resource == key || resource == keys;
    }
}
