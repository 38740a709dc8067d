package io.mnemolite.deployment;

import io.mnemolite.deployment.journal.Journal;
import io.mnemolite.deployment.plan.Entry;
import io.mnemolite.deployment.plan.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A journal in memory. */
final class MemoryJournal implements Journal {

    private final List<Entry> entries = new ArrayList<>();
    private Consumer<String> moment = name -> {};

    /** Called before and after each entry is durable; may throw. */
    void atEachMoment(Consumer<String> action) {
        moment = action;
    }

    @Override
    public List<Entry> read() {
        return List.copyOf(entries);
    }

    @Override
    public void append(Entry entry) {
        moment.accept("before the entry " + entry.step() + " " + entry.state());
        entries.add(entry);
        moment.accept("after the entry " + entry.step() + " " + entry.state());
    }

    @Override
    public void append(Note note) {
        throw new AssertionError("Only deployments are run here");
    }
}
