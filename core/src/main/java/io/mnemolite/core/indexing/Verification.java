package io.mnemolite.core.indexing;

import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventFilter;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventStore;
import io.mnemolite.core.search.EventIndex;
import io.mnemolite.core.search.IndexAvailability;
import io.mnemolite.core.search.IndexSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares the index with the store, event by event, while both are in use. */
public final class Verification {

    private static final int SCANNED_AT_ONCE = 1_000;
    private static final int NAMED = 10;

    private final EventStore store;
    private final EventIndex index;
    private final IndexAvailability availability;

    public Verification(EventStore store, EventIndex index, IndexAvailability availability) {
        this.store = store;
        this.index = index;
        this.availability = availability;
    }

    /** What a verification found. */
    public record Report(boolean ok, List<Check> checks) {

        public Report {
            checks = List.copyOf(checks);
        }

        /** This and what was found elsewhere; ok when all is. */
        public Report with(List<Check> others) {
            List<Check> all = new ArrayList<>(checks);
            all.addAll(others);
            return of(all);
        }

        private static Report of(List<Check> checks) {
            return new Report(checks.stream().allMatch(Check::ok), checks);
        }
    }

    /** One thing that was checked. */
    public record Check(String name, boolean ok, String detail) {}

    public Report verify() {
        return Report.of(List.of(everyEventIsIndexed(), nothingElseIsIndexed(), vectors()));
    }

    private Check everyEventIsIndexed() {
        availability.requireReady();
        long seen = 0;
        List<EventId> missing = new ArrayList<>();
        EventId after = null;
        List<Event> page;
        do {
            page = store.scan(after, SCANNED_AT_ONCE);
            List<EventId> ids = page.stream().map(Event::id).toList();
            seen += ids.size();
            try (IndexSnapshot snapshot = index.snapshot()) {
                Set<EventId> absent = snapshot.absent(ids);
                // Deleted since the page was read is not missing.
                store.findAll(absent).forEach(event -> missing.add(event.id()));
            }
            after = ids.isEmpty() ? null : ids.getLast();
        } while (page.size() == SCANNED_AT_ONCE);
        return missing.isEmpty()
                ? new Check("every stored event is in the index", true, seen + " events read")
                : new Check(
                        "every stored event is in the index",
                        false,
                        missing.size() + " of " + seen + " are missing, such as "
                                + missing.subList(0, Math.min(NAMED, missing.size())) + "; run mnemolite reindex");
    }

    private Check nothingElseIsIndexed() {
        // Writers go on meanwhile, so a difference counts only when it stays.
        long stored = 0;
        long indexed = 0;
        for (int attempt = 0; attempt < 5; attempt++) {
            stored = store.count(EventFilter.ALL);
            try (IndexSnapshot snapshot = index.snapshot()) {
                indexed = snapshot.countEvents();
            }
            if (stored == indexed) {
                break;
            }
        }
        return new Check(
                "the index holds nothing else",
                stored == indexed,
                indexed + " events indexed, " + stored + " stored"
                        + (stored == indexed
                                ? ""
                                : "; under constant writes run it again, else run mnemolite reindex"));
    }

    private Check vectors() {
        long awaiting = store.countAwaitingVector();
        try (IndexSnapshot snapshot = index.snapshot()) {
            return new Check(
                    "vectors", true, snapshot.countVectors(EventFilter.ALL) + " searchable, " + awaiting + " awaited");
        }
    }
}
