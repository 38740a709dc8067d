package io.mnemolite.server.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeGraphStore;
import io.mnemolite.core.code.graph.CodeSymbol;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.code.graph.ResolutionCodec;
import io.mnemolite.core.code.graph.StoredResolution;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.core.code.resolution.edge.Resolution;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.server.front.StreamPlaces;
import io.mnemolite.server.request.QueryParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A repository's graph as JSON Lines, so that others can check and use it: every symbol, then, file by file, every call site
 * and what became of it. Equal graphs give equal exports.
 */
@Path("/v1/code/graph/export")
@Tag(name = "code graph")
@RunOnVirtualThread
public class CodeExportResource {

    private static final int FILES_AT_ONCE = 200;

    private final CodeGraphStore store;
    private final StreamPlaces places;

    @Inject
    public CodeExportResource(CodeGraphStore store, StreamPlaces places) {
        this.store = store;
        this.places = places;
    }

    @GET
    @Produces(TransferResource.JSON_LINES)
    @Operation(summary = "Every symbol and call site of a repository as JSON Lines")
    @Parameter(ref = "repository_required")
    public Response export(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        String repository = query.requiredString("repository");
        query.check();
        StreamingOutput lines = output -> export(Objects.requireNonNull(repository), output);
        return Response.ok(lines, TransferResource.JSON_LINES).build();
    }

    private void export(String repository, OutputStream output) throws IOException {
        try {
            places.run(() -> {
                write(repository, output);
                return true;
            });
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new WebApplicationException(e);
        }
    }

    private void write(String repository, OutputStream output) throws IOException {
        Map<SymbolId, String> names = new HashMap<>();
        TreeMap<String, CodeFileId> files = new TreeMap<>();
        String after = null;
        List<PlacedSymbol> page;
        do {
            page = store.scan(repository, after, FILES_AT_ONCE);
            for (PlacedSymbol placed : page) {
                names.put(placed.symbol().id(), placed.symbol().qualifiedName());
                files.put(placed.path(), placed.symbol().file());
                line(output, json -> writeSymbol(json, placed));
            }
            after = page.isEmpty() ? null : page.getLast().path();
        } while (!page.isEmpty());
        List<Map.Entry<String, CodeFileId>> all = new ArrayList<>(files.entrySet());
        for (int from = 0; from < all.size(); from += FILES_AT_ONCE) {
            List<CodeFileId> ids = all.subList(from, Math.min(all.size(), from + FILES_AT_ONCE)).stream()
                    .map(Map.Entry::getValue)
                    .toList();
            List<StoredResolution> found = new ArrayList<>(store.resolutions(ids));
            found.sort(Comparator.comparing(StoredResolution::path));
            for (StoredResolution stored : found) {
                if (ResolutionCodec.isCurrent(stored.resolution())) {
                    writeSites(output, stored.path(), ResolutionCodec.decode(stored.resolution()), names);
                }
            }
        }
    }

    private static void writeSites(OutputStream output, String path, Resolution resolution, Map<SymbolId, String> names)
            throws IOException {
        for (Edge edge : resolution.edges()) {
            if (names.containsKey(edge.target())) {
                line(output, json -> writeEdge(json, path, edge, names.get(edge.target())));
            }
        }
        for (UnresolvedSite site : resolution.unresolved()) {
            line(output, json -> writeUnresolved(json, path, site));
        }
    }

    private static void writeSymbol(JsonGenerator json, PlacedSymbol placed) throws IOException {
        CodeSymbol symbol = placed.symbol();
        json.writeStringField("type", "symbol");
        json.writeStringField("id", symbol.id().toString());
        json.writeStringField("qualified_name", symbol.qualifiedName());
        json.writeStringField("kind", symbol.kind().wireName());
        json.writeStringField("file", placed.path());
        json.writeNumberField("start_line", symbol.startLine());
        json.writeNumberField("end_line", symbol.endLine());
    }

    private static void writeEdge(JsonGenerator json, String path, Edge edge, @Nullable String callee)
            throws IOException {
        json.writeStringField("type", type(edge.kind()));
        json.writeStringField("file", path);
        json.writeNumberField("line", edge.line());
        json.writeNumberField("column", edge.column());
        json.writeStringField("source", edge.source().toString());
        json.writeStringField("callee", callee);
        json.writeStringField("target", edge.target().toString());
        json.writeNullField("reason");
        json.writeStringField("rule", edge.rule().wireName());
        json.writeNumberField("confidence", edge.confidence());
        json.writeNumberField("candidates", edge.candidates());
    }

    private static String type(Edge.Kind kind) {
        return switch (kind) {
            case CALLS -> "call";
            case REFERENCES -> "reference";
            case INHERITS, MAY_DISPATCH, IMPORTS -> kind.wireName();
        };
    }

    private static void writeUnresolved(JsonGenerator json, String path, UnresolvedSite site) throws IOException {
        json.writeStringField("type", "call");
        json.writeStringField("file", path);
        json.writeNumberField("line", site.line());
        json.writeNumberField("column", site.column());
        json.writeStringField("source", site.caller().toString());
        json.writeStringField("callee", site.callee());
        json.writeNullField("target");
        json.writeStringField("reason", site.reason().wireName());
        json.writeNullField("rule");
        json.writeNumberField("confidence", 0);
        json.writeNumberField("candidates", 0);
    }

    private static void line(OutputStream output, JsonResponse.Body body) throws IOException {
        output.write(JsonResponse.bytes(json -> {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        }));
        output.write('\n');
    }
}
