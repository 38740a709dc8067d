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
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Searches that go level by level, one question to the store a level, and meet each symbol once. */
final class BreadthFirst {

    /** More symbols than this are not visited: a hub would make every answer the whole repository. */
    static final int MOST_VISITED = 20_000;

    private static final int MOST_EDGES = 200_000;

    private final CodeGraphStore store;
    private final Set<Edge.Kind> kinds;
    private final int mostVisited;
    private boolean isCut;

    BreadthFirst(CodeGraphStore store, Set<Edge.Kind> kinds) {
        this(store, kinds, MOST_VISITED);
    }

    /** @param mostVisited where it stops; of several starts one counts */
    BreadthFirst(CodeGraphStore store, Set<Edge.Kind> kinds, int mostVisited) {
        this.store = store;
        this.kinds = kinds;
        this.mostVisited = mostVisited;
    }

    /** Whether something was left out because of a limit. */
    boolean isCut() {
        return isCut;
    }

    /** Every symbol within {@code depth} edges of any of the starts and its distance, nearest first; the starts are at 0. */
    Map<SymbolId, Integer> reach(Set<SymbolId> starts, Direction direction, int depth) {
        Map<SymbolId, Integer> seeds = new LinkedHashMap<>();
        starts.forEach(start -> seeds.put(start, 0));
        return reach(seeds, direction, depth);
    }

    /** The same from starts that are some way off already, where they are. */
    Map<SymbolId, Integer> reach(Map<SymbolId, Integer> starts, Direction direction, int depth) {
        Map<Integer, List<SymbolId>> byDistance = new TreeMap<>();
        starts.forEach((start, distance) -> byDistance
                .computeIfAbsent(distance, absent -> new ArrayList<>())
                .add(start));
        Map<SymbolId, Integer> distances = new LinkedHashMap<>();
        Collection<SymbolId> level = Set.of();
        for (int distance = 0; distance <= depth; distance++) {
            Set<SymbolId> next = new LinkedHashSet<>();
            List<SymbolId> met = new ArrayList<>(Objects.requireNonNullElse(byDistance.remove(distance), List.of()));
            met.addAll(level.isEmpty() ? List.of() : neighbours(level, direction));
            for (SymbolId neighbour : met) {
                if (distances.size() >= mostVisited + starts.size() - 1 && !distances.containsKey(neighbour)) {
                    isCut = true;
                    return distances;
                }
                if (distances.putIfAbsent(neighbour, distance) == null) {
                    next.add(neighbour);
                }
            }
            if (next.isEmpty() && byDistance.isEmpty()) {
                break;
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

    /** A shortest path along the edges from one of the sources to one of the targets, of at most {@code depth} edges. */
    List<SymbolId> path(Set<SymbolId> sources, Set<SymbolId> targets, int depth) {
        for (SymbolId source : sources) {
            if (targets.contains(source)) {
                return List.of(source);
            }
        }
        Frontier ahead = new Frontier(sources);
        Frontier back = new Frontier(targets);
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
            if (ahead.cameFrom.size() + back.cameFrom.size() > mostVisited) {
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

        Frontier(Set<SymbolId> starts) {
            starts.forEach(start -> cameFrom.put(start, start));
            level = starts;
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
