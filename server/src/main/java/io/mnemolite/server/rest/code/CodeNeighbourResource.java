package io.mnemolite.server.rest.code;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.graph.Impact;
import io.mnemolite.core.code.graph.Neighbours;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.server.front.Admitted;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.rest.JsonResponse;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who calls a symbol, whom it calls, and what a change of it may break. */
@Path("/v1/code/graph")
@Tag(name = "code graph")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Admitted
public class CodeNeighbourResource {

    private static final int MAX_DEPTH = 10;

    private final CodeGraph graph;

    @Inject
    public CodeNeighbourResource(CodeGraph graph) {
        this.graph = graph;
    }

    @GET
    @Path("/callers/{node}")
    @Operation(summary = "Who calls or references a symbol, with lines, rule and confidence")
    @Parameter(ref = "limit_1000")
    public Response callers(@PathParam("node") String node, @Context UriInfo uri) {
        SymbolId id = symbolId(node);
        int limit = limit(uri);
        Neighbours callers = graph.callers(id, limit).orElseThrow(() -> notFound(id));
        return JsonResponse.ok(json -> CodeGraphJson.writeNeighbours(json, "callers", callers, List.of()));
    }

    @GET
    @Path("/callees/{node}")
    @Operation(summary = "Whom a symbol calls or references, and which of its call sites have no edge, and why")
    @Parameter(ref = "limit_1000")
    public Response callees(@PathParam("node") String node, @Context UriInfo uri) {
        SymbolId id = symbolId(node);
        int limit = limit(uri);
        Neighbours callees = graph.callees(id, limit).orElseThrow(() -> notFound(id));
        List<UnresolvedSite> unresolved = graph.unresolvedIn(callees.of());
        return JsonResponse.ok(json -> CodeGraphJson.writeNeighbours(json, "callees", callees, unresolved));
    }

    @GET
    @Path("/impact/{node}")
    @Operation(summary = "What depends on a symbol, directly and through others, by distance, tests marked")
    @Parameter(ref = "max_depth")
    @Parameter(ref = "limit_1000")
    public Response impact(@PathParam("node") String node, @Context UriInfo uri) {
        SymbolId id = symbolId(node);
        QueryParameters query = new QueryParameters(uri);
        int depth = query.integer("max_depth", 5, 1, MAX_DEPTH);
        int limit = query.integer("limit", 100, 1, 1_000);
        query.check();
        Impact impact = graph.impact(id, depth, limit).orElseThrow(() -> notFound(id));
        return JsonResponse.ok(json -> CodeGraphJson.writeImpact(json, impact));
    }

    private static int limit(UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        int limit = query.integer("limit", 100, 1, 1_000);
        query.check();
        return limit;
    }

    private static SymbolId symbolId(String text) {
        return new SymbolId(QueryParameters.pathUuid("node", text));
    }

    private static MnemoliteException notFound(SymbolId id) {
        return new MnemoliteException(
                ErrorCode.NOT_FOUND,
                "There is no symbol " + id
                        + "; it never existed, or its file changed. GET /v1/code/symbols?name=… finds"
                        + " symbols by name.");
    }
}
