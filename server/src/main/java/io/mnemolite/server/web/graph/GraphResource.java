package io.mnemolite.server.web.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.graph.GraphCensus;
import io.mnemolite.core.graph.GraphCensus.Tally;
import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.core.graph.MemoryGraph;
import io.mnemolite.core.graph.NodeId;
import io.mnemolite.core.graph.ReachedNode;
import io.mnemolite.core.graph.Subgraph;
import io.mnemolite.server.front.Admitted;
import io.mnemolite.server.request.Fields;
import io.mnemolite.server.request.Json;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.web.layout.Page;
import io.mnemolite.server.web.layout.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** {@code /ui/graph}: the page, its types, and what is drawn. */
@Path("/ui/graph")
@RunOnVirtualThread
@Admitted
public class GraphResource {

    /** How many types and relations the page knows by name. */
    static final int NAMES = 200;

    /** The most nodes a picture may hold when more are added. */
    private static final int MOST_SHOWN = 6_000;

    private static final int MOST_EDGES = 20_000;

    private final Pages pages;
    private final MemoryGraph graph;

    @Inject
    public GraphResource(Pages pages, MemoryGraph graph) {
        this.pages = pages;
        this.graph = graph;
    }

    @GET
    public Response show(@Context UriInfo uri) {
        return pages.page(Page.GRAPH, shell -> {
            GraphAddress address = GraphAddress.of(new QueryParameters(uri));
            GraphCensus census = graph.census(NAMES);
            return new GraphPage(
                    shell,
                    address,
                    TypeChoice.of(census, address.types()),
                    census.nodes(),
                    command(uri, shell.keyed()));
        });
    }

    private static String command(UriInfo uri, boolean keyed) {
        return "curl -s " + uri.getBaseUri().toString().replaceAll("/+$", "") + "/v1/graph/nodes \\\n"
                + "  -H 'Content-Type: application/json' \\\n"
                + (keyed ? "  -H \"Authorization: Bearer $MNEMOLITE_API_KEY\" \\\n" : "")
                + "  -d '{\"type\":\"person\",\"label\":\"Ada\"}'";
    }

    /** The types as they are now. */
    @GET
    @Path("/types")
    public Response types(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        Set<String> chosen = GraphAddress.types(query);
        query.check();
        return pages.fragment(TypeChoice.of(graph.census(NAMES), chosen));
    }

    /** The newest nodes of the types chosen. */
    @GET
    @Path("/data")
    public Response data(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        Set<String> types = GraphAddress.types(query);
        int limit = GraphAddress.limit(query);
        query.check();
        GraphCensus census = graph.census(NAMES);
        Subgraph newest = graph.newest(types, limit);
        long stored = types.isEmpty()
                ? census.nodes()
                : census.types().stream()
                        .filter(tally -> types.contains(tally.name()))
                        .mapToLong(Tally::count)
                        .sum();
        return json(Picture.of(nodes(newest), newest.edges(), stored, new TypeMarks(census)));
    }

    /**
     * What is around a node, nearest first, and every edge between that and what is shown already: those edges too which lead
     * from a node that is new to one that was there.
     */
    @POST
    @Path("/around")
    @Consumes(MediaType.WILDCARD)
    public Response around(byte[] body) {
        Fields fields = Fields.ofBody(body);
        NodeId start = new NodeId(fields.requiredUuid("node"));
        int depth = fields.integer("depth", 1, 1, GraphAddress.MAX_DEPTH);
        int limit = fields.integer("limit", GraphAddress.MAX_LIMIT, 1, GraphAddress.MAX_LIMIT);
        Set<UUID> shown = fields.optionalUuids("shown", MOST_SHOWN);
        fields.check();
        Subgraph reached = graph.expand(start, depth);
        if (reached.nodes().isEmpty()) {
            throw new MnemoliteException(
                    ErrorCode.NOT_FOUND,
                    "There is no node " + start + "; it never existed or has been deleted. Search for its label.");
        }
        List<GraphNode> nodes = nodes(reached).stream().limit(limit).toList();
        Set<NodeId> all = new HashSet<>();
        nodes.forEach(node -> all.add(node.id()));
        shown.forEach(id -> all.add(new NodeId(id)));
        return json(Picture.of(
                nodes,
                graph.edgesBetween(all, MOST_EDGES),
                reached.nodes().size(),
                new TypeMarks(graph.census(NAMES))));
    }

    private static List<GraphNode> nodes(Subgraph subgraph) {
        return subgraph.nodes().stream().map(ReachedNode::node).toList();
    }

    private static Response json(Picture picture) {
        try {
            return Response.ok(Json.MAPPER.writeValueAsBytes(picture), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records of texts are always writable", e);
        }
    }
}
