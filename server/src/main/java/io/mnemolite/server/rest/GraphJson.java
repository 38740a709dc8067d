package io.mnemolite.server.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.mnemolite.core.event.EventCursor;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.graph.GraphCursor;
import io.mnemolite.core.graph.GraphEdge;
import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.core.graph.ReachedNode;
import io.mnemolite.core.graph.Subgraph;
import io.mnemolite.server.request.Json;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The memory graph as JSON: as elements of Cytoscape, and one by one. */
final class GraphJson {

    private static final int SHORT_ID = 8;

    private GraphJson() {}

    /** @param maxDepth how far the expansion went; null when there was none */
    static void writeElements(JsonGenerator json, Subgraph graph, @Nullable Integer maxDepth) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("nodes");
        for (ReachedNode reached : graph.nodes()) {
            GraphNode node = reached.node();
            json.writeStartObject();
            json.writeObjectFieldStart("data");
            json.writeStringField("id", node.id().toString());
            json.writeStringField("label", label(node));
            json.writeStringField("type", node.type());
            json.writeFieldName("props");
            Json.MAPPER.writeTree(json, node.properties());
            json.writeStringField("created_at", node.createdAt().toString());
            if (maxDepth != null) {
                json.writeNumberField("depth", reached.depth());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("edges");
        for (GraphEdge edge : graph.edges()) {
            json.writeStartObject();
            json.writeObjectFieldStart("data");
            json.writeStringField("id", edge.id().toString());
            json.writeStringField("source", edge.source().toString());
            json.writeStringField("target", edge.target().toString());
            json.writeStringField("label", edge.relation());
            json.writeStringField("created_at", edge.createdAt().toString());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("stats");
        json.writeNumberField("total_nodes", graph.nodes().size());
        json.writeNumberField("total_edges", graph.edges().size());
        if (maxDepth != null) {
            json.writeNumberField("max_depth", maxDepth);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String label(GraphNode node) {
        String label = node.label();
        return label == null || label.isBlank() ? node.id().toString().substring(0, SHORT_ID) : label;
    }

    static void write(JsonGenerator json, GraphNode node) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", node.id().toString());
        json.writeStringField("type", node.type());
        json.writeStringField("label", node.label());
        json.writeFieldName("properties");
        Json.MAPPER.writeTree(json, node.properties());
        json.writeStringField("created_at", node.createdAt().toString());
        json.writeEndObject();
    }

    static void write(JsonGenerator json, GraphEdge edge) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", edge.id().toString());
        json.writeStringField("source", edge.source().toString());
        json.writeStringField("target", edge.target().toString());
        json.writeStringField("relation", edge.relation());
        json.writeFieldName("properties");
        Json.MAPPER.writeTree(json, edge.properties());
        json.writeStringField("created_at", edge.createdAt().toString());
        json.writeEndObject();
    }

    static void writeCursor(JsonGenerator json, @Nullable GraphCursor cursor) throws IOException {
        json.writeStringField(
                "next_cursor",
                cursor == null ? null : Cursors.encode(new EventCursor(cursor.createdAt(), new EventId(cursor.id()))));
    }

    static @Nullable GraphCursor cursor(@Nullable String text) {
        if (text == null) {
            return null;
        }
        EventCursor cursor = Cursors.decode(text);
        return new GraphCursor(cursor.timestamp(), cursor.id().value());
    }
}
