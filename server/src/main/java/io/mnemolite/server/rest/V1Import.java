package io.mnemolite.server.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.Events;
import io.mnemolite.core.event.ImportOutcome;
import io.mnemolite.core.event.LegacyEvents;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One copy of a v1 database. A vector of this server's dimension is kept as a client's; one of another dimension cannot be
 * searched here, so its event awaits a new one (the old one stays in the v1 database).
 */
final class V1Import {

    private static final int EVENTS_AT_ONCE = 500;

    private final LegacyEvents source;
    private final Events events;
    private final EmbeddingSpace space;
    private final long total;
    private @Nullable EventId after;
    private boolean complete;
    private long done;
    private long imported;
    private long skipped;
    private long conflicts;
    private long vectorsKept;
    private long vectorsRenewed;

    V1Import(LegacyEvents source, Events events, EmbeddingSpace space) {
        this.source = source;
        this.events = events;
        this.space = space;
        this.total = source.count();
    }

    /** Copies the next page; whether there was one. */
    boolean next() {
        if (complete) {
            return false;
        }
        List<EventDraft> page = source.after(after, EVENTS_AT_ONCE);
        complete = page.size() < EVENTS_AT_ONCE;
        if (page.isEmpty()) {
            return false;
        }
        after = page.getLast().id();
        List<EventDraft> drafts = page.stream().map(this::fitting).toList();
        List<ImportOutcome> outcomes = events.importAll(drafts);
        for (int i = 0; i < drafts.size(); i++) {
            switch (outcomes.get(i)) {
                case STORED -> imported++;
                case EQUAL_EXISTS -> skipped++;
                case DIFFERENT_EXISTS -> {
                    if (differsInItsVectorAlone(drafts.get(i))) {
                        skipped++;
                    } else {
                        conflicts++;
                    }
                }
            }
        }
        done += page.size();
        return true;
    }

    /** An earlier run stored the event without its vector, and a new one has been made since. */
    private boolean differsInItsVectorAlone(EventDraft draft) {
        return draft.vector() == null
                && events.find(draft.id())
                        .filter(stored -> stored.timestamp().equals(draft.timestamp())
                                && stored.content().equals(draft.content())
                                && stored.metadata().equals(draft.metadata()))
                        .isPresent();
    }

    private EventDraft fitting(EventDraft draft) {
        if (draft.vector() == null) {
            return draft;
        }
        if (draft.vector().vector().dimension() == space.dimension()) {
            vectorsKept++;
            return draft;
        }
        vectorsRenewed++;
        return new EventDraft(draft.id(), draft.timestamp(), draft.content(), draft.metadata(), null, true);
    }

    void writeProgress(JsonGenerator json) throws IOException {
        json.writeNumberField("done", done);
        json.writeNumberField("total", total);
    }

    void writeSummary(JsonGenerator json) throws IOException {
        LegacyEvents.GraphSize graph = source.graph();
        json.writeNumberField("imported", imported);
        json.writeNumberField("skipped", skipped);
        json.writeNumberField("failed", conflicts);
        json.writeNumberField("vectors_kept", vectorsKept);
        json.writeNumberField("vectors_renewed", vectorsRenewed);
        json.writeNumberField("nodes_left", graph.nodes());
        json.writeNumberField("edges_left", graph.edges());
    }
}
