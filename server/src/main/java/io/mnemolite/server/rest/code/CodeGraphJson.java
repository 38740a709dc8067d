package io.mnemolite.server.rest.code;

import com.fasterxml.jackson.core.JsonGenerator;
import io.mnemolite.core.code.graph.CodeEdge;
import io.mnemolite.core.code.graph.CodeSymbol;
import io.mnemolite.core.code.graph.Completeness;
import io.mnemolite.core.code.graph.GraphFigures;
import io.mnemolite.core.code.graph.Impact;
import io.mnemolite.core.code.graph.Neighbour;
import io.mnemolite.core.code.graph.Neighbours;
import io.mnemolite.core.code.graph.PlacedEdge;
import io.mnemolite.core.code.graph.PlacedSymbol;
import io.mnemolite.core.code.graph.Route;
import io.mnemolite.core.code.resolution.edge.UnresolvedSite;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The graph of code as JSON. */
final class CodeGraphJson {

    private CodeGraphJson() {}

    /** A node as v1 shows it. */
    static void writeNode(JsonGenerator json, PlacedSymbol placed) throws IOException {
        json.writeStartObject();
        json.writeStringField("node_id", placed.symbol().id().toString());
        json.writeStringField("node_type", placed.symbol().kind().wireName());
        json.writeStringField("label", placed.symbol().qualifiedName());
        json.writeObjectFieldStart("properties");
        writePlace(json, placed);
        json.writeEndObject();
        json.writeStringField("created_at", placed.indexedAt().toString());
        json.writeEndObject();
    }

    static void writeSymbol(JsonGenerator json, PlacedSymbol placed) throws IOException {
        json.writeStartObject();
        writeSymbolMembers(json, placed);
        json.writeEndObject();
    }

    private static void writeSymbolMembers(JsonGenerator json, PlacedSymbol placed) throws IOException {
        json.writeStringField("id", placed.symbol().id().toString());
        json.writeStringField("kind", placed.symbol().kind().wireName());
        json.writeStringField("qualified_name", placed.symbol().qualifiedName());
        writePlace(json, placed);
    }

    private static void writePlace(JsonGenerator json, PlacedSymbol placed) throws IOException {
        CodeSymbol symbol = placed.symbol();
        json.writeStringField("name", symbol.name());
        json.writeStringField("signature", symbol.signature());
        json.writeStringField("repository", placed.repository());
        json.writeStringField("file_path", placed.path());
        json.writeStringField("language", placed.language().name());
        json.writeNumberField("start_line", symbol.startLine());
        json.writeNumberField("end_line", symbol.endLine());
        json.writeBooleanField("is_test", symbol.isTest());
    }

    static void writeSymbols(JsonGenerator json, String name, List<PlacedSymbol> symbols) throws IOException {
        json.writeArrayFieldStart(name);
        for (PlacedSymbol symbol : symbols) {
            writeSymbol(json, symbol);
        }
        json.writeEndArray();
    }

    /** @param name of the list, {@code callers} or {@code callees} */
    static void writeNeighbours(JsonGenerator json, String name, Neighbours found, List<UnresolvedSite> unresolved)
            throws IOException {
        json.writeStartObject();
        json.writeFieldName("symbol");
        writeSymbol(json, found.of());
        json.writeArrayFieldStart(name);
        for (Neighbour neighbour : found.neighbours()) {
            CodeEdge edge = neighbour.edge();
            json.writeStartObject();
            writeSymbolMembers(json, neighbour.symbol());
            json.writeStringField("relationship", edge.kind().wireName());
            json.writeStringField("call_file", neighbour.path());
            writeLines(json, edge);
            json.writeStringField("rule", edge.rule().wireName());
            json.writeNumberField("confidence", edge.confidence());
            json.writeNumberField("candidates", edge.candidates());
            json.writeBooleanField("may_dispatch", neighbour.mayDispatch());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (name.equals("callees")) {
            writeUnresolved(json, unresolved);
        }
        json.writeNumberField("total", found.total());
        json.writeBooleanField("members_included", found.includesMembers());
        writeCompleteness(json, found.completeness());
        json.writeEndObject();
    }

    private static void writeUnresolved(JsonGenerator json, List<UnresolvedSite> sites) throws IOException {
        json.writeArrayFieldStart("unresolved");
        for (UnresolvedSite site : sites) {
            json.writeStartObject();
            json.writeStringField("callee", site.callee());
            json.writeNumberField("line", site.line());
            json.writeNumberField("column", site.column());
            json.writeStringField("reason", site.reason().wireName());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void writeImpact(JsonGenerator json, Impact impact) throws IOException {
        json.writeStartObject();
        json.writeFieldName("symbol");
        writeSymbol(json, impact.of());
        json.writeArrayFieldStart("affected");
        for (Impact.Affected affected : impact.affected()) {
            json.writeStartObject();
            writeSymbolMembers(json, affected.symbol());
            json.writeNumberField("distance", affected.distance());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("total", impact.total());
        json.writeNumberField("tests", impact.tests());
        json.writeBooleanField("members_included", impact.includesMembers());
        writeCompleteness(json, impact.completeness());
        json.writeEndObject();
    }

    /** Whether the answer is all there is, and if not, why. */
    static void writeCompleteness(JsonGenerator json, Completeness completeness) throws IOException {
        json.writeStringField("completeness", completeness.isExact() ? "exact" : "lower_bound");
        json.writeNumberField("unresolved_sites", completeness.unresolved());
        json.writeBooleanField("stale", completeness.isStale());
        json.writeNumberField("unread_files", completeness.unreadFiles());
        json.writeBooleanField("truncated", completeness.isCut());
    }

    /** How each node of a route leads to the next, and what the nodes are. */
    static void writeSteps(JsonGenerator json, Route route) throws IOException {
        json.writeArrayFieldStart("steps");
        for (Route.Step step : route.steps()) {
            json.writeStartObject();
            json.writeStringField("source", step.source().toString());
            json.writeStringField("target", step.target().toString());
            PlacedEdge found = step.edge();
            json.writeStringField("relationship", relationship(step.relation(), found));
            if (found != null) {
                json.writeStringField("file_path", found.path());
                writeLines(json, found.edge());
                json.writeStringField("rule", found.edge().rule().wireName());
                json.writeNumberField("confidence", found.edge().confidence());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        writeSymbols(json, "nodes", route.symbols());
    }

    private static String relationship(Route.Relation relation, @Nullable PlacedEdge found) {
        return found != null
                ? found.edge().kind().wireName()
                : relation == Route.Relation.EDGE ? "unknown" : relation.name().toLowerCase(Locale.ROOT);
    }

    private static void writeLines(JsonGenerator json, CodeEdge edge) throws IOException {
        json.writeArrayFieldStart("lines");
        for (int line : edge.lines()) {
            json.writeNumber(line);
        }
        json.writeEndArray();
    }

    static void writeFigures(JsonGenerator json, GraphFigures figures) throws IOException {
        json.writeNumberField("total_nodes", figures.nodes());
        json.writeNumberField("total_edges", figures.edges());
        writeCounts(json, "nodes_by_type", figures.nodesByType());
        writeCounts(json, "edges_by_type", figures.edgesByType());
    }

    private static void writeCounts(JsonGenerator json, String name, Map<String, Long> counts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
    }

    /** Resolved of all call sites that may lead into the repository, in percent; null when there are no files. */
    static void writeAccuracy(JsonGenerator json, GraphFigures figures) throws IOException {
        long sites = figures.resolvedSites() + figures.unresolvedInside();
        json.writeFieldName("resolution_accuracy");
        if (figures.files() == 0) {
            json.writeNull();
        } else {
            json.writeNumber(sites == 0 ? 100.0 : Math.round(1_000.0 * figures.resolvedSites() / sites) / 10.0);
        }
    }
}
