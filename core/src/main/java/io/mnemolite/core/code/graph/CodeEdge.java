package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.resolution.edge.Edge;
import io.mnemolite.core.code.resolution.edge.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All places in one file at which one symbol has one relation to another.
 *
 * @param lines of the places, ascending, 1-based, a line as often as it has places
 * @param rule of the first place
 * @param confidence the highest of the places
 * @param candidates the fewest of the places
 */
public record CodeEdge(
        SymbolId source,
        SymbolId target,
        Edge.Kind kind,
        List<Integer> lines,
        Rule rule,
        float confidence,
        int candidates) {

    public CodeEdge {
        lines = List.copyOf(lines);
    }

    private record Relation(SymbolId source, SymbolId target, Edge.Kind kind) {}

    /** The edges of a file's resolution, places of the same relation put together. */
    public static List<CodeEdge> of(List<Edge> places) {
        Map<Relation, List<Edge>> byRelation = new LinkedHashMap<>();
        for (Edge place : places) {
            byRelation
                    .computeIfAbsent(
                            new Relation(place.source(), place.target(), place.kind()), absent -> new ArrayList<>())
                    .add(place);
        }
        List<CodeEdge> edges = new ArrayList<>(byRelation.size());
        byRelation.forEach((relation, same) -> {
            float confidence = 0;
            int candidates = Integer.MAX_VALUE;
            List<Integer> lines = new ArrayList<>(same.size());
            for (Edge place : same) {
                lines.add(place.line());
                confidence = Math.max(confidence, place.confidence());
                candidates = Math.min(candidates, place.candidates());
            }
            lines.sort(null);
            edges.add(new CodeEdge(
                    relation.source(),
                    relation.target(),
                    relation.kind(),
                    lines,
                    same.getFirst().rule(),
                    confidence,
                    candidates));
        });
        return edges;
    }
}
