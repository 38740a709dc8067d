package io.mnemolite.server.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.mnemolite.core.embedding.EmbeddingSpace;
import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.Events;
import io.mnemolite.core.event.ImportOutcome;
import io.mnemolite.core.event.ImportOutcome.DifferentExists;
import io.mnemolite.core.event.ImportOutcome.EqualExists;
import io.mnemolite.core.event.ImportOutcome.Refused;
import io.mnemolite.core.event.ImportOutcome.Stored;
import io.mnemolite.core.graph.EdgeId;
import io.mnemolite.core.graph.GraphEdge;
import io.mnemolite.core.graph.GraphImport;
import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.core.graph.MemoryGraph;
import io.mnemolite.core.graph.NodeId;
import io.mnemolite.core.operation.LegacyStore;
import io.mnemolite.core.secret.Redactions;
import io.mnemolite.core.secret.Redactions.Counted;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One copy of a v1 database. A vector of this server's dimension is kept as a client's; one of another dimension cannot be
 * searched here, so its event awaits a new one (the old one stays in the v1 database).
 */
final class V1Import {

    private static final int ROWS_AT_ONCE = 500;

    private final LegacyStore source;
    private final Events events;
    private final MemoryGraph graph;
    private final EmbeddingSpace space;
    private final long total;
    private Part part = Part.EVENTS;
    private @Nullable EventId afterEvent;
    private @Nullable NodeId afterNode;
    private @Nullable EdgeId afterEdge;
    private long done;
    private long imported;
    private long skipped;
    private long conflicts;
    private long refused;
    private long redacted;
    private long vectorsKept;
    private long vectorsRenewed;
    private long nodes;
    private long edges;
    private long nodesRefused;
    private long edgesRefused;

    /** Nodes come before the edges that need them. */
    private enum Part {
        EVENTS,
        NODES,
        EDGES,
        END
    }

    V1Import(LegacyStore source, Events events, MemoryGraph graph, EmbeddingSpace space) {
        this.source = source;
        this.events = events;
        this.graph = graph;
        this.space = space;
        this.total = source.count();
    }

    /** Copies the next page; whether there was one. */
    boolean next() {
        return switch (part) {
            case EVENTS -> copied(nextEvents(), Part.NODES);
            case NODES -> copied(nextNodes(), Part.EDGES);
            case EDGES -> copied(nextEdges(), Part.END);
            case END -> false;
        };
    }

    private boolean copied(int rows, Part following) {
        done += rows;
        if (rows == 0) {
            part = following;
            return next();
        }
        return true;
    }

    private int nextNodes() {
        List<GraphNode> page = source.nodesAfter(afterNode, ROWS_AT_ONCE);
        if (!page.isEmpty()) {
            afterNode = page.getLast().id();
            GraphImport outcome = counted(() -> graph.importNodes(page));
            nodes += outcome.stored();
            nodesRefused += outcome.refused();
        }
        return page.size();
    }

    private int nextEdges() {
        List<GraphEdge> page = source.edgesAfter(afterEdge, ROWS_AT_ONCE);
        if (!page.isEmpty()) {
            afterEdge = page.getLast().id();
            GraphImport outcome = counted(() -> graph.importEdges(page));
            edges += outcome.stored();
            edgesRefused += outcome.refused();
        }
        return page.size();
    }

    private GraphImport counted(Supplier<GraphImport> stored) {
        Counted<GraphImport> outcome = Redactions.counted(stored::get);
        redacted += outcome.total();
        return outcome.result();
    }

    private int nextEvents() {
        List<EventDraft> page = source.eventsAfter(afterEvent, ROWS_AT_ONCE);
        if (page.isEmpty()) {
            return 0;
        }
        afterEvent = page.getLast().id();
        List<EventDraft> drafts = page.stream().map(this::fitting).toList();
        Counted<List<ImportOutcome>> outcomes = Redactions.counted(() -> events.importAll(drafts));
        redacted += outcomes.total();
        for (int i = 0; i < drafts.size(); i++) {
            switch (outcomes.result().get(i)) {
                case Stored() -> imported++;
                case EqualExists() -> skipped++;
                case DifferentExists() -> {
                    if (differsInItsVectorAlone(drafts.get(i))) {
                        skipped++;
                    } else {
                        conflicts++;
                    }
                }
                case Refused refused -> this.refused++;
            }
        }
        return page.size();
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
        json.writeNumberField("imported", imported);
        json.writeNumberField("skipped", skipped);
        json.writeNumberField("failed", conflicts + refused);
        json.writeNumberField("vectors_kept", vectorsKept);
        json.writeNumberField("vectors_renewed", vectorsRenewed);
        json.writeNumberField("nodes", nodes);
        json.writeNumberField("edges", edges);
        if (refused > 0) {
            json.writeNumberField("refused", refused);
        }
        if (nodesRefused + edgesRefused > 0) {
            json.writeNumberField("nodes_refused", nodesRefused);
            json.writeNumberField("edges_refused", edgesRefused);
        }
        if (redacted > 0) {
            json.writeNumberField("redacted", redacted);
        }
    }
}
