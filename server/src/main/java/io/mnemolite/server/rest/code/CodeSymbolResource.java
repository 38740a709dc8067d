package io.mnemolite.server.rest.code;

import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.graph.Completeness;
import io.mnemolite.core.code.graph.FoundSymbols;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.code.graph.RepositoryMap;
import io.mnemolite.core.code.graph.SimilarSymbols;
import io.mnemolite.core.code.graph.SymbolQuery;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.server.front.Admitted;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.rest.JsonResponse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

/** Symbols by name, by file, and those that matter most. */
@Path("/v1/code")
@Tag(name = "code graph")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Admitted
public class CodeSymbolResource {

    private static final int SUGGESTIONS = 5;

    private final CodeGraph graph;

    @Inject
    public CodeSymbolResource(CodeGraph graph) {
        this.graph = graph;
    }

    @GET
    @Path("/symbols")
    @Operation(summary = "Definitions by qualified name, its end, simple name, the start of one, or its humps (NPE)")
    @Parameter(ref = "symbol_name")
    @Parameter(ref = "repository_optional")
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
        SymbolQuery asked = new SymbolQuery(repository, wanted, limit);
        FoundSymbols found = graph.find(asked);
        List<PlacedSymbol> similar = found.symbols().isEmpty()
                ? new SimilarSymbols(graph).to(new SymbolQuery(repository, wanted, SUGGESTIONS))
                : List.of();
        Completeness completeness = graph.completeness(repository).cut(found.isCut());
        return JsonResponse.ok(json -> {
            json.writeStartObject();
            CodeGraphJson.writeSymbols(json, "symbols", found.symbols());
            json.writeNumberField("total", found.total());
            if (found.symbols().isEmpty()) {
                CodeGraphJson.writeSymbols(json, "suggestions", similar);
            }
            CodeGraphJson.writeCompleteness(json, completeness);
            json.writeEndObject();
        });
    }

    @GET
    @Path("/outline")
    @Operation(summary = "What a file defines, by line")
    @Parameter(ref = "repository")
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
        // The file was read, and what others define is not asked for.
        Completeness completeness = graph.completeness(repository).ofWhatWasRead();
        return JsonResponse.ok(json -> {
            json.writeStartObject();
            json.writeStringField("repository", repository);
            json.writeStringField("path", path);
            CodeGraphJson.writeSymbols(json, "symbols", symbols);
            CodeGraphJson.writeCompleteness(json, completeness);
            json.writeEndObject();
        });
    }

    @GET
    @Path("/map")
    @Operation(summary = "The most important symbols of a repository as a text of bounded length")
    @Parameter(ref = "repository")
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
        Completeness completeness = graph.completeness(repository).cut(map.shown() < map.total());
        return JsonResponse.ok(json -> {
            json.writeStartObject();
            json.writeStringField("repository", repository);
            json.writeNumberField("max_tokens", maxTokens);
            json.writeNumberField("tokens", map.tokens());
            json.writeNumberField("symbols_shown", map.shown());
            json.writeNumberField("symbols_total", map.total());
            json.writeStringField("map", map.text());
            CodeGraphJson.writeCompleteness(json, completeness);
            json.writeEndObject();
        });
    }
}
