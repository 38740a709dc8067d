package io.mnemolite.cache;

import io.mnemolite.cache.ModelScenario.Reader;
import io.mnemolite.cache.ModelScenario.Writer;
import io.mnemolite.cache.ModelScenario.WriterStep;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@link CoherentCache} and its surroundings as a state machine of atomic steps. Versions of events and epochs are small
 * numbers; the decisions are those of the real {@link CoherenceProtocol}. A state is an array of bytes; actors are the
 * writers, then the readers, then one load for each reader, which runs only if that reader starts it.
 */
final class CoherenceModel {

    // A reader's next step. It starts with its first step and ends with its last: a start moved up to the first step
    // only
    // makes it demand more, and what happens after it has its value cannot change that.
    private static final int LOOK = 0;
    private static final int ACCEPT = 1;
    private static final int NOTE = 2;
    private static final int JOIN = 3;
    private static final int AWAIT = 4;
    private static final int GONE = 5;
    private static final String[] READER_STEPS = {
        "starts and looks", "checks what it found", "notes", "joins or loads", "has its value"
    };

    /** A load's first step; 0 is one that nobody has started. */
    private static final int SNAPSHOT = 1;

    private static final int LATE_NOTE = 2;
    private static final int CHECK = 3;
    private static final int PUT = 4;
    private static final int LEAVE = 5;
    private static final int DONE = 6;
    private static final String[] LOAD_STEPS = {"", "reads", "notes late", "checks", "puts", "leaves", ""};

    private final ModelScenario scenario;
    private final int keys;
    private final int writers;
    private final int readers;

    // Where each part of the state begins.
    private final int store;
    private final int index;
    private final int answered;
    private final int epochs;
    private final int entries;
    private final int running;
    private final int writer;
    private final int reader;
    private final int load;
    private final int size;
    private final int entrySize;
    private final int readerSize;
    private final int loadSize;

    CoherenceModel(ModelScenario scenario) {
        this.scenario = scenario;
        this.keys = scenario.keys();
        this.writers = scenario.writers().size();
        this.readers = scenario.readers().size();
        this.entrySize = 2 + keys; // present, stamp, versions
        this.readerSize = 3 + 2 * keys; // step, load or looked-at stamp, note; required and found versions
        this.loadSize = 3 + keys; // step, note, stamp (0 = not to be stored); versions
        this.store = 0;
        this.index = store + keys;
        this.answered = index + keys;
        this.epochs = answered + keys;
        this.entries = epochs + keys + 1;
        this.running = entries + (keys + 1) * entrySize;
        this.writer = running + keys + 1;
        this.reader = writer + 2 * writers;
        this.load = reader + readers * readerSize;
        this.size = load + readers * loadSize;
    }

    int actors() {
        return writers + 2 * readers;
    }

    byte[] initial() {
        byte[] state = new byte[size];
        Arrays.fill(state, epochs, entries, (byte) 1);
        return state;
    }

    /** The state after the actor's next step, or null when it has none now. */
    byte @Nullable [] step(byte[] before, int actor) {
        byte[] state = before.clone();
        boolean moved;
        if (actor < writers) {
            moved = write(state, actor);
        } else if (actor < writers + readers) {
            moved = read(state, actor - writers);
        } else {
            moved = load(state, actor - writers - readers);
        }
        return moved ? state : null;
    }

    /** What the actor's next step is, for the print of an interleaving. */
    String describe(byte[] state, int actor) {
        if (actor < writers) {
            Writer who = scenario.writers().get(actor);
            return "writer" + actor + "(event" + who.key() + ") "
                    + who.steps()
                            .get(state[writer + 2 * actor])
                            .name()
                            .replace('_', ' ')
                            .toLowerCase(Locale.ROOT);
        }
        if (actor < writers + readers) {
            int number = actor - writers;
            return "reader" + number + "(" + resourceName(number) + ") "
                    + READER_STEPS[state[at(reader, readerSize, number)]];
        }
        int number = actor - writers - readers;
        return "load of reader" + number + " " + LOAD_STEPS[state[at(load, loadSize, number)]];
    }

    /** Whether a reader has ended with something older than what was answered before it started. */
    boolean isViolated(byte[] state) {
        for (int r = 0; r < readers; r++) {
            int me = at(reader, readerSize, r);
            if (state[me] == GONE) {
                for (int key = 0; key < keys; key++) {
                    if (state[me + 3 + keys + key] < state[me + 3 + key]) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean write(byte[] state, int number) {
        Writer who = scenario.writers().get(number);
        int me = writer + 2 * number;
        if (state[me] == who.steps().size()) {
            return false;
        }
        int key = who.key();
        WriterStep next = who.steps().get(state[me]++);
        switch (next) {
            case COMMIT -> state[me + 1] = ++state[store + key];
            case APPLY -> state[index + key] = state[store + key];
            case BUMP_EVENT -> state[epochs + key]++;
            case BUMP_ALL_EVENTS -> state[epochs + keys]++;
            case ANSWER -> state[answered + key] = (byte) Math.max(state[answered + key], state[me + 1]);
            case DROP_ENTRIES -> Arrays.fill(state, entries, running, (byte) 0);
        }
        return true;
    }

    private boolean read(byte[] state, int number) {
        Reader who = scenario.readers().get(number);
        int resource = who.resource();
        int me = at(reader, readerSize, number);
        switch (state[me]) {
            case LOOK -> {
                for (int key = 0; key < keys; key++) {
                    state[me + 3 + key] = scenario.depends(resource, key) ? state[answered + key] : 0;
                }
                int entry = at(entries, entrySize, resource);
                boolean present = state[entry] == 1 && !who.bypasses();
                if (present) {
                    state[me + 1] = state[entry + 1];
                    System.arraycopy(state, entry + 2, state, me + 3 + keys, keys);
                }
                state[me] = (byte) (present ? ACCEPT : NOTE);
            }
            case ACCEPT -> {
                boolean accepted = scenario.protocol().mayAccept(state[me + 1], state[epochs + resource]);
                state[me + 1] = 0;
                if (accepted) {
                    end(state, me);
                } else {
                    Arrays.fill(state, me + 3 + keys, me + readerSize, (byte) 0);
                    state[me] = NOTE;
                }
            }
            case NOTE -> {
                state[me + 2] = state[epochs + resource];
                state[me] = JOIN;
            }
            case JOIN -> join(state, number, who);
            case AWAIT -> {
                int awaited = at(load, loadSize, state[me + 1] - 1);
                if (state[awaited] != DONE) {
                    return false;
                }
                System.arraycopy(state, awaited + 3, state, me + 3 + keys, keys);
                end(state, me);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The reader has its value. What it need not remember is wiped, so that equal futures are equal states. */
    private void end(byte[] state, int me) {
        state[me] = GONE;
        if (!isViolated(state)) {
            Arrays.fill(state, me + 1, me + readerSize, (byte) 0);
        }
    }

    /** The atomic step within {@code ConcurrentHashMap.compute}, or its {@code put} for a bypass. */
    private void join(byte[] state, int number, Reader who) {
        int resource = who.resource();
        int me = at(reader, readerSize, number);
        int runs = state[running + resource];
        if (!who.bypasses()) {
            if (runs != 0) {
                long noted = state[at(load, loadSize, runs - 1) + 1];
                if (scenario.protocol().mayJoin(noted, state[epochs + resource])) {
                    state[me + 1] = (byte) runs;
                    state[me] = AWAIT;
                    return;
                }
            } else {
                int entry = at(entries, entrySize, resource);
                if (state[entry] == 1 && scenario.protocol().mayAccept(state[entry + 1], state[epochs + resource])) {
                    System.arraycopy(state, entry + 2, state, me + 3 + keys, keys);
                    end(state, me);
                    return;
                }
            }
        }
        int own = at(load, loadSize, number);
        state[own] = SNAPSHOT;
        state[own + 1] = state[me + 2];
        state[running + resource] = (byte) (number + 1);
        state[me + 1] = (byte) (number + 1);
        state[me] = AWAIT;
    }

    private boolean load(byte[] state, int number) {
        int resource = scenario.readers().get(number).resource();
        int me = at(load, loadSize, number);
        switch (state[me]) {
            case SNAPSHOT -> {
                // A search sees the index; an event is read from the store.
                System.arraycopy(state, resource == keys ? index : store, state, me + 3, keys);
                state[me] = (byte) (scenario.notesAfterSnapshot() ? LATE_NOTE : CHECK);
            }
            case LATE_NOTE -> {
                state[me + 1] = state[epochs + resource];
                state[me] = CHECK;
            }
            case CHECK -> {
                byte current = state[epochs + resource];
                boolean stores = scenario.protocol().mayStore(state[me + 1], current);
                state[me + 2] = (byte) (stores ? scenario.protocol().stamp(state[me + 1], current) : 0);
                state[me] = (byte) (stores ? PUT : LEAVE);
            }
            case PUT -> {
                int entry = at(entries, entrySize, resource);
                state[entry] = 1;
                state[entry + 1] = state[me + 2];
                System.arraycopy(state, me + 3, state, entry + 2, keys);
                state[me] = LEAVE;
            }
            case LEAVE -> {
                if (state[running + resource] == number + 1) {
                    state[running + resource] = 0;
                }
                state[me] = DONE;
                state[me + 1] = 0;
                state[me + 2] = 0;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private String resourceName(int number) {
        Reader who = scenario.readers().get(number);
        String name = who.resource() == keys ? "search" : "event" + who.resource();
        return who.bypasses() ? name + ", bypassing" : name;
    }

    private static int at(int base, int each, int number) {
        return base + each * number;
    }
}
