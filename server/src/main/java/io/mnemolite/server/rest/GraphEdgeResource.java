package io.mnemolite.server.rest;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.graph.EdgeId;
import io.mnemolite.core.graph.GraphEdge;
import io.mnemolite.core.graph.GraphPage;
import io.mnemolite.core.graph.MemoryGraph;
import io.mnemolite.core.graph.NewEdge;
import io.mnemolite.core.graph.NodeId;
import io.mnemolite.core.secret.Redactions;
import io.mnemolite.core.secret.Redactions.Counted;
import io.mnemolite.server.front.Admitted;
import io.mnemolite.server.request.Fields;
import io.mnemolite.server.request.QueryParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Edges of the memory graph one by one: {@code /v1/graph/edges}. */
@Path("/v1/graph/edges")
@Tag(name = "memory graph")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Admitted
public class GraphEdgeResource {

    private final MemoryGraph graph;

    @Inject
    public GraphEdgeResource(MemoryGraph graph) {
        this.graph = graph;
    }

    @POST
    @Operation(summary = "Create an edge between two nodes", description = RedactedSecrets.DESCRIPTION)
    @RequestBody(ref = "CreateEdge")
    public Response create(byte[] body, @HeaderParam(IdempotencyKeys.HEADER) @Nullable String key) {
        Fields fields = Fields.ofBody(body);
        NewEdge wanted = new NewEdge(
                new NodeId(fields.requiredUuid("source")),
                new NodeId(fields.requiredUuid("target")),
                fields.optionalName("relation", GraphNodeResource.MAX_NAME),
                fields.objectOrEmpty("properties"));
        fields.check();
        Counted<GraphEdge> created = Redactions.counted(
                () -> graph.createEdge(wanted, IdempotencyKeys.of(key, "POST /v1/graph/edges", body)));
        GraphEdge edge = created.result();
        Response answer = Response.status(Response.Status.CREATED)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, "/v1/graph/edges/" + edge.id())
                .entity(JsonResponse.bytes(json -> GraphJson.write(json, edge)))
                .build();
        return RedactedSecrets.told(answer, created);
    }

    @GET
    @Operation(summary = "List edges, newest first; those at one node, or all")
    @Parameter(ref = "node")
    @Parameter(ref = "limit_1000")
    @Parameter(ref = "cursor")
    public Response list(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        UUID node = query.uuid("node");
        int limit = query.integer("limit", 100, 1, 1_000);
        String cursor = query.string("cursor");
        query.check();
        GraphPage<GraphEdge> page =
                graph.listEdges(node == null ? null : new NodeId(node), GraphJson.cursor(cursor), limit);
        return JsonResponse.ok(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("edges");
            for (GraphEdge edge : page.items()) {
                GraphJson.write(json, edge);
            }
            json.writeEndArray();
            GraphJson.writeCursor(json, page.next());
            json.writeEndObject();
        });
    }

    @GET
    @Path("/{edge_id}")
    @Operation(summary = "Read one edge")
    public Response read(@PathParam("edge_id") String text) {
        EdgeId id = new EdgeId(QueryParameters.pathUuid("edge_id", text));
        GraphEdge edge = graph.findEdge(id).orElseThrow(() -> notFound(id));
        return JsonResponse.ok(json -> GraphJson.write(json, edge));
    }

    @DELETE
    @Path("/{edge_id}")
    @Operation(summary = "Delete an edge")
    public Response delete(@PathParam("edge_id") String text) {
        EdgeId id = new EdgeId(QueryParameters.pathUuid("edge_id", text));
        if (!graph.deleteEdge(id)) {
            throw notFound(id);
        }
        return Response.noContent().build();
    }

    private static MnemoliteException notFound(EdgeId id) {
        return new MnemoliteException(
                ErrorCode.NOT_FOUND, "Edge " + id + " was not found; it never existed or has been deleted.");
    }
}
