package io.mnemolite.server.web.code.graph;

import io.mnemolite.core.code.facts.DefinitionKind;
import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeGraphStore.Link;
import io.mnemolite.core.code.graph.CodeSymbol;
import io.mnemolite.core.code.graph.Completeness;
import io.mnemolite.core.code.graph.PlacedSymbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A picture's symbols and edges, as the browser draws them.
 *
 * @param exact whether none is missing
 * @param words the same as a sentence
 */
record GraphData(List<Node> nodes, List<Line> edges, boolean exact, String words) {

    private static final int LONGEST = 200;

    /** @param distance from the middle; below 0 towards callers */
    record Node(String id, String name, String label, String kind, boolean test, String path, int line, int distance) {}

    record Line(String source, String target, String kind) {}

    /** Collects what is drawn, each symbol once, at the distance at which it came first. */
    static final class Builder {

        private final Map<SymbolId, Node> nodes = new LinkedHashMap<>();
        private final Set<Line> lines = new LinkedHashSet<>();

        Builder add(PlacedSymbol placed, int distance) {
            CodeSymbol symbol = placed.symbol();
            nodes.putIfAbsent(
                    symbol.id(),
                    new Node(
                            symbol.id().toString(),
                            cut(symbol.qualifiedName()),
                            cut(label(symbol)),
                            symbol.kind().wireName(),
                            symbol.isTest(),
                            cut(placed.path()),
                            symbol.startLine(),
                            distance));
            return this;
        }

        Builder line(SymbolId source, SymbolId target, String kind) {
            lines.add(new Line(source.toString(), target.toString(), kind));
            return this;
        }

        /** Those of the links that join two of the symbols. */
        Builder lines(List<Link> links) {
            for (Link link : links) {
                if (nodes.containsKey(link.source()) && nodes.containsKey(link.target())) {
                    line(link.source(), link.target(), link.kind().wireName());
                }
            }
            return this;
        }

        Set<SymbolId> ids() {
            return nodes.keySet();
        }

        GraphData build(List<Completeness> parts) {
            boolean isExact = parts.stream().allMatch(Completeness::isExact);
            return new GraphData(
                    List.copyOf(nodes.values()),
                    List.copyOf(lines),
                    isExact,
                    isExact ? "Exact: none is missing." : words(parts));
        }

        private static String words(List<Completeness> parts) {
            long sites = parts.stream().mapToLong(Completeness::unresolved).sum();
            List<String> reasons = new ArrayList<>();
            if (sites > 0) {
                reasons.add(sites + (sites == 1 ? " call site" : " call sites") + " could not be resolved");
            }
            if (parts.stream().anyMatch(Completeness::isStale)) {
                reasons.add("files changed since the graph was made");
            }
            if (parts.stream().anyMatch(part -> part.unreadFiles() > 0)) {
                reasons.add("some files could not be read");
            }
            if (parts.stream().anyMatch(Completeness::isCut)) {
                reasons.add("the picture is cut at its limit");
            }
            return "Lower bound: " + String.join("; ", reasons) + ".";
        }

        /** The last two parts of the name: enough to know it by, short enough to be drawn. */
        private static String label(CodeSymbol symbol) {
            String name = symbol.qualifiedName();
            if (symbol.kind() == DefinitionKind.MODULE) {
                return name.substring(name.lastIndexOf('/') + 1);
            }
            int last = name.lastIndexOf('.');
            return last <= 0 ? name : name.substring(name.lastIndexOf('.', last - 1) + 1);
        }

        private static String cut(String text) {
            return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        }
    }
}
