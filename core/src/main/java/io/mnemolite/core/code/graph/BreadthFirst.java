package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import io.mnemolite.core.code.graph.CodeGraphStore.Link;
import io.mnemolite.core.code.resolution.edge.Edge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Searches that go level by level, one question to the store a level, and meet each symbol once. */
final class BreadthFirst {

    /** More symbols than this are not visited: a hub would make every answer the whole repository. */
    static final int MOST_VISITED = 20_000;

    private static final int MOST_EDGES = 200_000;

    private final CodeGraphStore store;
    private final Set<Edge.Kind> kinds;
    private boolean isCut;

    BreadthFirst(CodeGraphStore store, Set<Edge.Kind> kinds) {
        this.store = store;
        this.kinds = kinds;
    }

    /** Whether something was left out because of a limit. */
    boolean isCut() {
        return isCut;
    }

    /** Every symbol within {@code depth} edges and its distance, nearest first; the start is at 0. */
    Map<SymbolId, Integer> reach(SymbolId start, Direction direction, int depth) {
        Map<SymbolId, Integer> distances = new LinkedHashMap<>();
        distances.put(start, 0);
        Collection<SymbolId> level = List.of(start);
        for (int distance = 1; distance <= depth && !level.isEmpty(); distance++) {
            Set<SymbolId> next = new LinkedHashSet<>();
            for (SymbolId neighbour : neighbours(level, direction)) {
                if (distances.size() >= MOST_VISITED) {
                    isCut = true;
                    return distances;
                }
                if (distances.putIfAbsent(neighbour, distance) == null) {
                    next.add(neighbour);
                }
            }
            level = next;
        }
        return distances;
    }

    private List<SymbolId> neighbours(Collection<SymbolId> level, Direction direction) {
        List<Link> edges = store.links(level, direction, kinds, MOST_EDGES);
        isCut |= edges.size() == MOST_EDGES;
        List<SymbolId> neighbours = new ArrayList<>(edges.size());
        for (Link edge : edges) {
            if (direction != Direction.INBOUND) {
                neighbours.add(edge.target());
            }
            if (direction != Direction.OUTBOUND) {
                neighbours.add(edge.source());
            }
        }
        return neighbours;
    }

    /** A shortest path along the edges, of at most {@code depth} edges; empty when there is none. */
    List<SymbolId> path(SymbolId source, SymbolId target, int depth) {
        if (source.equals(target)) {
            return List.of(source);
        }
        Frontier ahead = new Frontier(source);
        Frontier back = new Frontier(target);
        for (int length = 1; length <= depth; length++) {
            if (ahead.level.isEmpty() || back.level.isEmpty()) {
                return List.of();
            }
            // From the side with less to look at: a hub on one side costs nothing then.
            SymbolId meeting = ahead.level.size() <= back.level.size()
                    ? advance(ahead, Direction.OUTBOUND, back)
                    : advance(back, Direction.INBOUND, ahead);
            if (meeting != null) {
                List<SymbolId> path = new ArrayList<>(ahead.chain(meeting));
                Collections.reverse(path);
                List<SymbolId> rest = back.chain(meeting);
                path.addAll(rest.subList(1, rest.size()));
                return path;
            }
            if (ahead.cameFrom.size() + back.cameFrom.size() > MOST_VISITED) {
                isCut = true;
                return List.of();
            }
        }
        return List.of();
    }

    /** One side of a search from both ends. */
    private static final class Frontier {

        /** The symbol before each one, seen from where this side began; the beginning comes from itself. */
        private final Map<SymbolId, SymbolId> cameFrom = new LinkedHashMap<>();

        private Set<SymbolId> level;

        Frontier(SymbolId start) {
            cameFrom.put(start, start);
            level = Set.of(start);
        }

        /** From the symbol back to where this side began. */
        List<SymbolId> chain(SymbolId from) {
            List<SymbolId> chain = new ArrayList<>(List.of(from));
            SymbolId at = from;
            SymbolId before = cameFrom.get(at);
            while (before != null && !before.equals(at)) {
                chain.add(before);
                at = before;
                before = cameFrom.get(at);
            }
            return chain;
        }
    }

    private @Nullable SymbolId advance(Frontier side, Direction direction, Frontier other) {
        Set<SymbolId> next = new LinkedHashSet<>();
        SymbolId meeting = null;
        List<Link> edges = store.links(side.level, direction, kinds, MOST_EDGES);
        isCut |= edges.size() == MOST_EDGES;
        for (Link edge : edges) {
            SymbolId from = direction == Direction.OUTBOUND ? edge.source() : edge.target();
            SymbolId to = direction == Direction.OUTBOUND ? edge.target() : edge.source();
            if (side.cameFrom.putIfAbsent(to, from) == null) {
                next.add(to);
                if (meeting == null && other.cameFrom.containsKey(to)) {
                    meeting = to;
                }
            }
        }
        side.level = next;
        return meeting;
    }
}
