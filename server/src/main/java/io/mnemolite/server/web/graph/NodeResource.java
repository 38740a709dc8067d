package io.mnemolite.server.web.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.Events;
import io.mnemolite.core.graph.GraphEdge;
import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.core.graph.GraphPage;
import io.mnemolite.core.graph.MemoryGraph;
import io.mnemolite.core.graph.NodeId;
import io.mnemolite.server.front.Admitted;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.web.event.EventCard;
import io.mnemolite.server.web.graph.NodeMatches.Match;
import io.mnemolite.server.web.graph.NodePanel.EdgeGroup;
import io.mnemolite.server.web.graph.NodePanel.EventLink;
import io.mnemolite.server.web.graph.NodePanel.Neighbour;
import io.mnemolite.server.web.graph.NodePanel.Property;
import io.mnemolite.server.web.layout.Pages;
import io.mnemolite.server.web.text.ShownText;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Single nodes on the page of the graph: the panel of one, and those in which a text stands. */
@Path("/ui/graph/nodes")
@RunOnVirtualThread
@Admitted
public class NodeResource {

    private static final int MATCHES = 20;
    private static final int LONGEST_SEARCH = 500;
    private static final int EDGES = 200;
    private static final int PROPERTIES = 100;

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Pages pages;
    private final MemoryGraph graph;
    private final Events events;

    @Inject
    public NodeResource(Pages pages, MemoryGraph graph, Events events) {
        this.pages = pages;
        this.graph = graph;
        this.events = events;
    }

    @GET
    public Response matches(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        String text = Objects.requireNonNullElse(query.string("q"), "").strip();
        query.check();
        if (text.isEmpty() || text.length() > LONGEST_SEARCH) {
            return pages.fragment(new NodeMatches(text, List.of()));
        }
        TypeMarks marks = new TypeMarks(graph.census(GraphResource.NAMES));
        return pages.fragment(new NodeMatches(
                text,
                graph.searchNodes(text, MATCHES).stream()
                        .map(node -> Match.of(node, marks))
                        .toList()));
    }

    @GET
    @Path("/{node_id}")
    public Response show(@PathParam("node_id") String text) {
        NodeId id = new NodeId(QueryParameters.pathUuid("node_id", text));
        GraphNode node = graph.findNode(id)
                .orElseThrow(() -> new MnemoliteException(
                        ErrorCode.NOT_FOUND, "Node " + id + " was not found; it never existed or has been deleted."));
        TypeMarks marks = new TypeMarks(graph.census(GraphResource.NAMES));
        GraphPage<GraphEdge> edges = graph.listEdges(id, null, EDGES);
        String label = node.label();
        return pages.fragment(new NodePanel(
                id.toString(),
                label == null || label.isBlank() ? NodeName.of(node, 1) : ShownText.beginning(label, 1_000),
                ShownText.beginning(node.type(), 200),
                marks.of(node.type()),
                node.createdAt(),
                properties(node.properties()),
                Math.max(0, node.properties().size() - PROPERTIES),
                groups(id, edges.items(), marks),
                edges.items().size(),
                edges.next() != null,
                event(node)));
    }

    private static List<Property> properties(ObjectNode properties) {
        return properties.properties().stream()
                .limit(PROPERTIES)
                .map(property -> new Property(
                        ShownText.beginning(property.getKey(), 200),
                        ShownText.beginning(text(property.getValue()), 1_000)))
                .toList();
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    /** Edges by relation and direction, those that lead away first. */
    private List<EdgeGroup> groups(NodeId id, List<GraphEdge> edges, TypeMarks marks) {
        Set<NodeId> ends = edges.stream()
                .flatMap(edge -> Stream.of(edge.source(), edge.target()))
                .collect(Collectors.toSet());
        Map<NodeId, GraphNode> nodes =
                graph.findNodes(ends).stream().collect(Collectors.toMap(GraphNode::id, Function.identity()));
        List<EdgeGroup> groups = new ArrayList<>();
        groups.addAll(groups(edges, true, edge -> edge.source().equals(id) ? nodes.get(edge.target()) : null, marks));
        groups.addAll(groups(edges, false, edge -> edge.source().equals(id) ? null : nodes.get(edge.source()), marks));
        return groups;
    }

    private static List<EdgeGroup> groups(
            List<GraphEdge> edges,
            boolean isOutgoing,
            Function<GraphEdge, @Nullable GraphNode> otherEnd,
            TypeMarks marks) {
        Map<String, List<Neighbour>> byRelation = new LinkedHashMap<>();
        for (GraphEdge edge : edges) {
            GraphNode other = otherEnd.apply(edge);
            if (other != null) {
                byRelation
                        .computeIfAbsent(edge.relation(), relation -> new ArrayList<>())
                        .add(new Neighbour(edge.id().toString(), Match.of(other, marks)));
            }
        }
        return byRelation.entrySet().stream()
                .map(group -> new EdgeGroup(ShownText.beginning(group.getKey(), 200), isOutgoing, group.getValue()))
                .toList();
    }

    /** The event whose id the node bears, or names in its property {@code event_id}. */
    private @Nullable EventLink event(GraphNode node) {
        String named = node.properties().path("event_id").asText("");
        if (UUID_FORM.matcher(named).matches()) {
            EventId id = new EventId(UUID.fromString(named));
            return new EventLink(
                    id.toString(), events.find(id).map(NodeResource::excerpt).orElse(null));
        }
        EventId id = new EventId(node.id().value());
        return events.find(id)
                .map(event -> new EventLink(id.toString(), excerpt(event)))
                .orElse(null);
    }

    private static ShownText excerpt(Event event) {
        return EventCard.of(event).text();
    }
}
