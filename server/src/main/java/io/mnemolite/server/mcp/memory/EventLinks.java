package io.mnemolite.server.mcp.memory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.Events;
import io.mnemolite.core.graph.MemoryGraph;
import io.mnemolite.core.graph.NewEdge;
import io.mnemolite.core.graph.NewNode;
import io.mnemolite.core.graph.NodeId;
import io.mnemolite.server.mcp.text.DataText;
import io.mnemolite.server.mcp.tool.Arguments;
import io.mnemolite.server.mcp.tool.ToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Edges of the memory graph between events, each of which a node of the same id stands for. */
public final class EventLinks {

    private static final String NODE_TYPE = "event";

    private final Events events;
    private final MemoryGraph graph;

    public EventLinks(Events events, MemoryGraph graph) {
        this.events = events;
        this.graph = graph;
    }

    /** A link to be made. */
    record Wanted(EventId target, @Nullable String relation) {}

    /** Refuses links to what does not exist, before anything is stored. */
    void require(List<Wanted> links, ToolCall call) {
        for (Wanted link : links) {
            if (events.find(link.target())
                    .filter(event -> Scope.admits(event, call))
                    .isEmpty()) {
                throw Arguments.invalid("There is no memory " + link.target()
                        + " to link to, so nothing was stored; recall it first, or leave the link out.");
            }
        }
    }

    /** Makes the links of a stored event; again with the same key, it makes those that are missing. */
    void add(Event from, List<Wanted> links, ToolCall call) {
        if (links.isEmpty()) {
            return;
        }
        try {
            ensureNode(from);
            for (int i = 0; i < links.size(); i++) {
                Wanted link = links.get(i);
                Event target = events.find(link.target())
                        .orElseThrow(() -> Arguments.invalid("The memory " + link.target() + " was deleted meanwhile"));
                ensureNode(target);
                NewEdge edge =
                        new NewEdge(node(from), node(target), link.relation(), JsonNodeFactory.instance.objectNode());
                graph.createEdge(edge, call.key("link " + i));
            }
        } catch (MnemoliteException e) {
            throw new MnemoliteException(
                    e.code(),
                    "The memory is stored as " + from.id() + ", but not all of its links are: " + e.sentence(),
                    e);
        }
    }

    private void ensureNode(Event event) {
        if (graph.findNode(node(event)).isPresent()) {
            return;
        }
        try {
            NewNode wanted = new NewNode(node(event), NODE_TYPE, label(event), JsonNodeFactory.instance.objectNode());
            graph.createNode(wanted, null);
        } catch (MnemoliteException e) {
            // Another call was faster.
            if (e.code() != ErrorCode.CONFLICT) {
                throw e;
            }
        }
    }

    /** Of no text: the node may outlive the memory. */
    private static String label(Event event) {
        String type = event.metadata().path("type").asText();
        String date = MemoryText.date(event.timestamp()).substring(0, 10);
        return type.isBlank() ? date : DataText.line(type, 40) + " " + date;
    }

    /** Takes away what stands for a memory that is gone, with its links. */
    void remove(EventId id) {
        graph.deleteNode(new NodeId(id.value()));
    }

    private static NodeId node(Event event) {
        return new NodeId(event.id().value());
    }
}
