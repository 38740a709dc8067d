package io.mnemolite.server.rest.code;

import com.fasterxml.jackson.core.JsonGenerator;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeGraphStore;
import io.mnemolite.core.code.graph.CodeSymbol;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.code.graph.ResolutionCodec;
import io.mnemolite.core.code.graph.ScannedFile;
import io.mnemolite.core.code.graph.StoredResolution;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.core.code.resolution.edge.Resolution;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import io.mnemolite.core.code.store.CodeFileId;
import io.mnemolite.server.front.StreamPlaces;
import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.rest.JsonResponse;
import io.mnemolite.server.rest.TransferResource;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A repository's graph as JSON Lines, so that others can check and use it: every symbol, then, file by file, every call site
 * and what became of it; a file of which that is not known is a line of type {@code unknown}. Equal graphs give equal exports.
 */
@Path("/v1/code/graph/export")
@Tag(name = "code graph")
@RunOnVirtualThread
public class CodeExportResource {

    private static final Logger LOG = LoggerFactory.getLogger(CodeExportResource.class);

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
    @Parameter(ref = "repository")
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
        List<CodeFileId> files = new ArrayList<>();
        CodeFileId after = null;
        List<ScannedFile> page;
        do {
            page = store.scan(repository, after, FILES_AT_ONCE);
            for (ScannedFile file : page) {
                for (PlacedSymbol placed : file.symbols()) {
                    names.put(placed.symbol().id(), placed.symbol().qualifiedName());
                    line(output, json -> writeSymbol(json, placed));
                }
                files.add(file.id());
                after = file.id();
            }
        } while (!page.isEmpty());
        for (int from = 0; from < files.size(); from += FILES_AT_ONCE) {
            List<StoredResolution> found = new ArrayList<>(
                    store.resolutions(files.subList(from, Math.min(files.size(), from + FILES_AT_ONCE))));
            found.sort(Comparator.comparing(StoredResolution::id));
            for (StoredResolution stored : found) {
                writeFile(output, stored, names);
            }
        }
    }

    /** A file whose call sites are not known is said to be one. */
    private static void writeFile(OutputStream output, StoredResolution stored, Map<SymbolId, String> names)
            throws IOException {
        if (!ResolutionCodec.isCurrent(stored.resolution())) {
            boolean isNone = stored.resolution().length == 0;
            line(output, json -> writeUnknown(json, stored.path(), isNone ? "not_resolved" : "outdated"));
            return;
        }
        Resolution resolution;
        try {
            resolution = ResolutionCodec.decode(stored.resolution());
        } catch (IllegalArgumentException e) {
            LOG.warn("The resolution of '{}' cannot be read; building the graph makes it anew", stored.path(), e);
            line(output, json -> writeUnknown(json, stored.path(), "damaged"));
            return;
        }
        writeSites(output, stored.path(), resolution, names);
    }

    private static void writeUnknown(JsonGenerator json, String path, String reason) throws IOException {
        json.writeStringField("type", "unknown");
        json.writeStringField("file", path);
        json.writeStringField("reason", reason);
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
