package io.mnemolite.server.rest.code;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeGraph;
import io.mnemolite.core.code.graph.Completeness;
import io.mnemolite.core.code.graph.Direction;
import io.mnemolite.core.code.graph.GraphFigures;
import io.mnemolite.core.code.graph.GraphState;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.code.graph.Route;
import io.mnemolite.core.code.graph.Traversal;
import io.mnemolite.core.code.indexing.CodeGraphUpdate;
import io.mnemolite.core.code.resolution.edge.Edge.Kind;
import io.mnemolite.core.deadline.Deadline;
import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.server.front.Admitted;
import io.mnemolite.server.request.Fields;
import io.mnemolite.server.rest.JsonResponse;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The graph of code as v1 knows it: {@code /v1/code/graph}. */
@Path("/v1/code/graph")
@Tag(name = "code graph")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Admitted
public class CodeGraphResource {

    private static final int MAX_NAME = 200;

    /** A large repository is resolved for minutes, longer than any other request may take. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Completeness NOTHING_MISSING = Completeness.of(0, GraphState.WHOLE, false);

    private final CodeGraph graph;
    private final CodeGraphUpdate update;

    @Inject
    public CodeGraphResource(CodeGraph graph, CodeGraphUpdate update) {
        this.graph = graph;
        this.update = update;
    }

    @POST
    @Path("/build")
    @Operation(summary = "Bring a repository's edges up to date with its files, and count")
    @RequestBody(ref = "BuildCodeGraph")
    public Response build(byte[] body) throws Exception {
        Fields fields = Fields.ofBody(body);
        String repository = fields.requiredString("repository", MAX_NAME);
        String language = fields.optionalName("language", MAX_NAME);
        fields.check();
        long start = System.nanoTime();
        Deadline longest = Deadline.after(LONGEST);
        longest.call(() -> update.update(repository, List.of()));
        double seconds = (System.nanoTime() - start) / 1e9;
        // The request's own deadline may be over by now.
        GraphFigures figures = longest.call(() -> graph.figures(repository, language));
        Completeness completeness = longest.call(() -> graph.completeness(repository));
        return JsonResponse.ok(json -> {
            json.writeStartObject();
            json.writeStringField("repository", repository);
            CodeGraphJson.writeFigures(json, figures);
            json.writeNumberField("construction_time_seconds", seconds);
            CodeGraphJson.writeAccuracy(json, figures);
            CodeGraphJson.writeCompleteness(json, completeness);
            json.writeEndObject();
        });
    }

    @POST
    @Path("/traverse")
    @Operation(summary = "What can be reached from a symbol")
    @RequestBody(ref = "TraverseCodeGraph")
    public Response traverse(byte[] body) {
        Fields fields = Fields.ofBody(body);
        SymbolId start = new SymbolId(fields.requiredUuid("start_node_id"));
        String direction = fields.optionalName("direction", MAX_NAME);
        String relationship = fields.optionalName("relationship", MAX_NAME);
        int depth = fields.integer("max_depth", 3, 1, 10);
        fields.check();
        Direction way = direction(direction);
        Optional<Kind> kind = kind(relationship);
        // No edge has another relationship, so nothing can be missing.
        Traversal found = relationship != null && kind.isEmpty()
                ? new Traversal(List.of(), false, NOTHING_MISSING)
                : graph.traverse(start, way, kind.orElse(null), depth);
        return JsonResponse.ok(json -> {
            json.writeStartObject();
            json.writeStringField("start_node", start.toString());
            json.writeStringField("direction", way.name().toLowerCase(Locale.ROOT));
            json.writeStringField("relationship", relationship == null ? "any" : relationship);
            json.writeNumberField("max_depth", depth);
            json.writeArrayFieldStart("nodes");
            for (PlacedSymbol node : found.nodes()) {
                CodeGraphJson.writeNode(json, node);
            }
            json.writeEndArray();
            json.writeNumberField("total_nodes", found.nodes().size());
            json.writeBooleanField("members_included", found.includesMembers());
            CodeGraphJson.writeCompleteness(json, found.completeness());
            json.writeEndObject();
        });
    }

    @POST
    @Path("/path")
    @Operation(summary = "A shortest path from one symbol to another, along the edges")
    @RequestBody(ref = "CodeGraphPath")
    public Response path(byte[] body) {
        Fields fields = Fields.ofBody(body);
        SymbolId source = new SymbolId(fields.requiredUuid("source_node_id"));
        SymbolId target = new SymbolId(fields.requiredUuid("target_node_id"));
        String relationship = fields.optionalName("relationship", MAX_NAME);
        int depth = fields.integer("max_depth", 10, 1, 20);
        fields.check();
        Optional<Kind> kind = kind(relationship);
        Route route = relationship != null && kind.isEmpty()
                ? new Route(List.of(), List.of(), List.of(), false, NOTHING_MISSING)
                : graph.path(source, target, kind.orElse(null), depth);
        return JsonResponse.ok(json -> {
            json.writeStartObject();
            json.writeStringField("source_node_id", source.toString());
            json.writeStringField("target_node_id", target.toString());
            if (route.nodes().isEmpty()) {
                json.writeNullField("path");
            } else {
                json.writeArrayFieldStart("path");
                for (SymbolId node : route.nodes()) {
                    json.writeString(node.toString());
                }
                json.writeEndArray();
            }
            json.writeNumberField("path_length", route.nodes().size());
            json.writeBooleanField("found", !route.nodes().isEmpty());
            CodeGraphJson.writeSteps(json, route);
            json.writeBooleanField("members_included", route.includesMembers());
            CodeGraphJson.writeCompleteness(json, route.completeness());
            json.writeEndObject();
        });
    }

    @GET
    @Path("/stats/{repository:.+}")
    @Operation(summary = "A repository's graph in numbers")
    public Response stats(@PathParam("repository") String repository) {
        String name = repository.endsWith("/") ? repository.substring(0, repository.length() - 1) : repository;
        GraphFigures figures = graph.figures(name, null);
        Completeness completeness = graph.completeness(name);
        return JsonResponse.ok(json -> {
            json.writeStartObject();
            json.writeStringField("repository", name);
            CodeGraphJson.writeFigures(json, figures);
            CodeGraphJson.writeAccuracy(json, figures);
            CodeGraphJson.writeCompleteness(json, completeness);
            json.writeEndObject();
        });
    }

    private static Direction direction(@Nullable String text) {
        String wanted = text == null ? "outbound" : text;
        return Arrays.stream(Direction.values())
                .filter(way -> way.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new MnemoliteException(
                        ErrorCode.BAD_REQUEST, "direction is '" + wanted + "'; send outbound, inbound or both."));
    }

    /** The kind of a relationship; empty for one that no edge has. */
    private static Optional<Kind> kind(@Nullable String relationship) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.wireName().equals(relationship))
                .findFirst();
    }
}
