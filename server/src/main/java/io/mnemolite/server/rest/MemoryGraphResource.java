package io.mnemolite.server.rest;

import io.mnemolite.core.graph.MemoryGraph;
import io.mnemolite.core.graph.NodeId;
import io.mnemolite.core.graph.Subgraph;
import io.mnemolite.server.front.Admitted;
import io.mnemolite.server.request.QueryParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The memory graph as it is shown: {@code /api/graph}. */
@Path("/api/graph")
@Tag(name = "memory graph")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Admitted
public class MemoryGraphResource {

    private static final int MAX_DEPTH = 3;

    private final MemoryGraph graph;

    @Inject
    public MemoryGraphResource(MemoryGraph graph) {
        this.graph = graph;
    }

    @GET
    @Path("/nodes")
    @Operation(summary = "The newest nodes and the edges between them, as elements of Cytoscape")
    @Parameter(ref = "node_type")
    @Parameter(ref = "limit_1000")
    public Response nodes(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        String type = query.string("node_type");
        int limit = query.integer("limit", 100, 1, 1_000);
        query.check();
        Subgraph newest = graph.newest(type == null ? Set.of() : Set.of(type), limit);
        return JsonResponse.ok(json -> GraphJson.writeElements(json, newest, null));
    }

    @GET
    @Path("/expand/{node_id}")
    @Operation(summary = "What can be reached from a node over up to three edges in either direction")
    @Parameter(ref = "depth")
    public Response expand(@PathParam("node_id") String id, @Context UriInfo uri) {
        NodeId start = new NodeId(QueryParameters.pathUuid("node_id", id));
        QueryParameters query = new QueryParameters(uri);
        int depth = query.integer("depth", 1, 1, MAX_DEPTH);
        query.check();
        Subgraph reached = graph.expand(start, depth);
        return JsonResponse.ok(json -> GraphJson.writeElements(json, reached, depth));
    }
}
