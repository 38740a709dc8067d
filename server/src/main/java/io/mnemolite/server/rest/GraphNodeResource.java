package io.mnemolite.server.rest;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.core.graph.GraphPage;
import io.mnemolite.core.graph.MemoryGraph;
import io.mnemolite.core.graph.NewNode;
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

/** Nodes of the memory graph one by one: {@code /v1/graph/nodes}. */
@Path("/v1/graph/nodes")
@Tag(name = "memory graph")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Admitted
public class GraphNodeResource {

    static final int MAX_NAME = 200;
    private static final int MAX_LABEL = 1_000;

    private final MemoryGraph graph;

    @Inject
    public GraphNodeResource(MemoryGraph graph) {
        this.graph = graph;
    }

    @POST
    @Operation(
            summary = "Create a node; under the id of an event, it stands for that event",
            description = RedactedSecrets.DESCRIPTION)
    @RequestBody(ref = "CreateNode")
    public Response create(byte[] body, @HeaderParam(IdempotencyKeys.HEADER) @Nullable String key) {
        Fields fields = Fields.ofBody(body);
        UUID id = fields.optionalUuid("id");
        NewNode wanted = new NewNode(
                id == null ? null : new NodeId(id),
                fields.optionalName("type", MAX_NAME),
                fields.optionalName("label", MAX_LABEL),
                fields.objectOrEmpty("properties"));
        fields.check();
        Counted<GraphNode> created = Redactions.counted(
                () -> graph.createNode(wanted, IdempotencyKeys.of(key, "POST /v1/graph/nodes", body)));
        GraphNode node = created.result();
        Response answer = Response.status(Response.Status.CREATED)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, "/v1/graph/nodes/" + node.id())
                .entity(JsonResponse.bytes(json -> GraphJson.write(json, node)))
                .build();
        return RedactedSecrets.told(answer, created);
    }

    @GET
    @Operation(summary = "List nodes, newest first")
    @Parameter(ref = "node_type")
    @Parameter(ref = "limit_1000")
    @Parameter(ref = "cursor")
    public Response list(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        String type = query.string("node_type");
        int limit = query.integer("limit", 100, 1, 1_000);
        String cursor = query.string("cursor");
        query.check();
        GraphPage<GraphNode> page = graph.listNodes(type, GraphJson.cursor(cursor), limit);
        return JsonResponse.ok(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("nodes");
            for (GraphNode node : page.items()) {
                GraphJson.write(json, node);
            }
            json.writeEndArray();
            GraphJson.writeCursor(json, page.next());
            json.writeEndObject();
        });
    }

    @GET
    @Path("/{node_id}")
    @Operation(summary = "Read one node")
    public Response read(@PathParam("node_id") String text) {
        NodeId id = new NodeId(QueryParameters.pathUuid("node_id", text));
        GraphNode node = graph.findNode(id).orElseThrow(() -> notFound(id));
        return JsonResponse.ok(json -> GraphJson.write(json, node));
    }

    @DELETE
    @Path("/{node_id}")
    @Operation(summary = "Delete a node and every edge at it")
    public Response delete(@PathParam("node_id") String text) {
        NodeId id = new NodeId(QueryParameters.pathUuid("node_id", text));
        if (!graph.deleteNode(id)) {
            throw notFound(id);
        }
        return Response.noContent().build();
    }

    private static MnemoliteException notFound(NodeId id) {
        return new MnemoliteException(
                ErrorCode.NOT_FOUND, "Node " + id + " was not found; it never existed or has been deleted.");
    }
}
