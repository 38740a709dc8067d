package io.mnemolite.server.rest;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.graph.Impact;
import io.mnemolite.core.code.graph.Neighbours;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.code.graph.RepositoryMap;
import io.mnemolite.core.code.graph.SymbolQuery;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
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
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Symbols, who calls them, what a change of them may break, and a repository at a glance. */
@Path("/v1/code")
@Tag(name = "code graph")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Admitted
public class CodeSymbolResource {

    private static final int MAX_DEPTH = 10;

    private final CodeGraph graph;

    @Inject
    public CodeSymbolResource(CodeGraph graph) {
        this.graph = graph;
    }

    @GET
    @Path("/symbols")
    @Operation(summary = "Definitions by qualified name, its end, simple name, the start of one, or its humps (NPE)")
    @Parameter(ref = "symbol_name")
    @Parameter(ref = "repository")
    @Parameter(ref = "limit_100")
    public Response symbols(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        String name = query.requiredString("name");
        String repository = query.string("repository");
        int limit = query.integer("limit", 20, 1, 100);
        query.check();
        String wanted = Objects.requireNonNull(name).strip();
        if (wanted.isEmpty()) {
            throw new MnemoliteException(ErrorCode.BAD_REQUEST, "name is blank; send the name of a symbol.");
        }
        List<PlacedSymbol> found = graph.find(new SymbolQuery(repository, wanted, limit));
        return JsonResponse.ok(json -> {
            json.writeStartObject();
            CodeGraphJson.writeSymbols(json, "symbols", found);
            json.writeNumberField("total", found.size());
            json.writeEndObject();
        });
    }

    @GET
    @Path("/outline")
    @Operation(summary = "What a file defines, by line")
    @Parameter(ref = "repository_required")
    @Parameter(ref = "file_path")
    public Response outline(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        String repository = query.requiredString("repository");
        String path = query.requiredString("path");
        query.check();
        List<PlacedSymbol> symbols = graph.outline(Objects.requireNonNull(repository), Objects.requireNonNull(path));
        if (symbols.isEmpty()) {
            throw new MnemoliteException(
                    ErrorCode.NOT_FOUND,
                    "Nothing is known of a file '" + path + "' in '" + repository
                            + "'; it was not indexed, or its language has no symbols.");
        }
        return JsonResponse.ok(json -> {
            json.writeStartObject();
            json.writeStringField("repository", repository);
            json.writeStringField("path", path);
            CodeGraphJson.writeSymbols(json, "symbols", symbols);
            json.writeEndObject();
        });
    }

    @GET
    @Path("/map")
    @Operation(summary = "The most important symbols of a repository as a text of bounded length")
    @Parameter(ref = "repository_required")
    @Parameter(ref = "max_tokens")
    @Parameter(ref = "focus")
    public Response map(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        String repository = query.requiredString("repository");
        int maxTokens = query.integer("max_tokens", 1_000, 50, 50_000);
        String focus = query.string("focus");
        query.check();
        RepositoryMap map = graph.map(
                        Objects.requireNonNull(repository), focus == null || focus.isBlank() ? null : focus, maxTokens)
                .orElseThrow(() -> new MnemoliteException(
                        ErrorCode.NOT_FOUND,
                        "There are no symbols of a repository '" + repository
                                + "'; GET /v1/code/index/repositories lists those that are indexed."));
        return JsonResponse.ok(json -> {
            json.writeStartObject();
            json.writeStringField("repository", repository);
            json.writeNumberField("max_tokens", maxTokens);
            json.writeNumberField("tokens", map.tokens());
            json.writeNumberField("symbols_shown", map.shown());
            json.writeNumberField("symbols_total", map.total());
            json.writeBooleanField("truncated", map.shown() < map.total());
            json.writeStringField("map", map.text());
            json.writeEndObject();
        });
    }

    @GET
    @Path("/graph/callers/{node}")
    @Operation(summary = "Who calls or references a symbol, with lines, rule and confidence")
    @Parameter(ref = "limit_1000")
    public Response callers(@PathParam("node") String node, @Context UriInfo uri) {
        SymbolId id = symbolId(node);
        int limit = limit(uri);
        Neighbours callers = graph.callers(id, limit).orElseThrow(() -> notFound(id));
        return JsonResponse.ok(json -> CodeGraphJson.writeNeighbours(json, "callers", callers, List.of()));
    }

    @GET
    @Path("/graph/callees/{node}")
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
    @Path("/graph/impact/{node}")
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

    private static SymbolId symbolId(@Nullable String text) {
        return new SymbolId(QueryParameters.pathUuid("node", text == null ? "" : text));
    }

    private static MnemoliteException notFound(SymbolId id) {
        return new MnemoliteException(
                ErrorCode.NOT_FOUND,
                "There is no symbol " + id
                        + "; it never existed, or its file changed. GET /v1/code/symbols?name=… finds"
                        + " symbols by name.");
    }
}
