package io.mnemolite.core.graph;

import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.core.graph.GraphCensus.Tally;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A {@link GraphStore} on the heap: one lock, nothing durable, every read a scan. It keeps its idempotency keys for ever. */
public final class InMemoryGraphStore implements GraphStore {

    private static final Comparator<GraphNode> NEWEST_NODES =
            newest(GraphNode::createdAt, node -> node.id().value());
    private static final Comparator<GraphEdge> NEWEST_EDGES =
            newest(GraphEdge::createdAt, edge -> edge.id().value());

    /** The order of bytes in UTF-8 is that of code points. */
    private static final Comparator<Tally> MOST_FREQUENT = Comparator.comparingLong(Tally::count)
            .reversed()
            .thenComparing(tally -> tally.name().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final Map<NodeId, GraphNode> nodes = new HashMap<>();
    private final Map<EdgeId, GraphEdge> edges = new HashMap<>();
    private final Map<Scope, Use> uses = new HashMap<>();

    /** A key is only known on its route. */
    private record Scope(String key, String route) {}

    private record Use(String bodyHash, UUID id) {}

    @Override
    public synchronized Creation<GraphNode> insertNode(GraphNode node, @Nullable IdempotencyKey key) {
        return insert(node, node.id().value(), key, !nodes.containsKey(node.id()), () -> nodes.put(node.id(), node));
    }

    @Override
    public synchronized Creation<GraphEdge> insertEdge(GraphEdge edge, @Nullable IdempotencyKey key) {
        return insert(edge, edge.id().value(), key, fits(edge), () -> edges.put(edge.id(), edge));
    }

    private <T> Creation<T> insert(T wanted, UUID id, @Nullable IdempotencyKey key, boolean isFree, Runnable store) {
        Use earlier = key == null ? null : uses.get(new Scope(key.key(), key.route()));
        if (key != null && earlier != null) {
            return earlier.bodyHash().equals(key.bodyHash())
                    ? new Creation.Repeated<>(earlier.id())
                    : new Creation.KeyReused<>();
        }
        if (!isFree) {
            return new Creation.Refused<>();
        }
        store.run();
        if (key != null) {
            uses.put(new Scope(key.key(), key.route()), new Use(key.bodyHash(), id));
        }
        return new Creation.Created<>(wanted);
    }

    private boolean fits(GraphEdge edge) {
        return !edges.containsKey(edge.id()) && nodes.containsKey(edge.source()) && nodes.containsKey(edge.target());
    }

    @Override
    public synchronized int importNodes(List<GraphNode> imported) {
        return (int) imported.stream()
                .filter(node -> nodes.putIfAbsent(node.id(), node) == null)
                .count();
    }

    @Override
    public synchronized int importEdges(List<GraphEdge> imported) {
        return (int) imported.stream()
                .filter(edge -> fits(edge) && edges.put(edge.id(), edge) == null)
                .count();
    }

    @Override
    public synchronized Optional<GraphNode> findNode(NodeId id) {
        return Optional.ofNullable(nodes.get(id));
    }

    @Override
    public synchronized Optional<GraphEdge> findEdge(EdgeId id) {
        return Optional.ofNullable(edges.get(id));
    }

    @Override
    public synchronized boolean deleteNode(NodeId id) {
        edges.values()
                .removeIf(edge -> edge.source().equals(id) || edge.target().equals(id));
        return nodes.remove(id) != null;
    }

    @Override
    public synchronized boolean deleteEdge(EdgeId id) {
        return edges.remove(id) != null;
    }

    @Override
    public synchronized List<GraphNode> findNodes(Set<NodeId> ids) {
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(nodes.get(id)))
                .sorted(NEWEST_NODES)
                .toList();
    }

    @Override
    public synchronized List<GraphEdge> edgesBetween(Set<NodeId> ends, int limit) {
        return edges.values().stream()
                .filter(edge -> ends.contains(edge.source()) && ends.contains(edge.target()))
                .sorted(NEWEST_EDGES)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<GraphNode> searchNodes(String text, int limit) {
        if (text.isEmpty()) {
            return List.of();
        }
        TextInNode search = new TextInNode(text);
        return nodes.values().stream()
                .filter(node -> search.place(node) < TextInNode.NOWHERE)
                .sorted(Comparator.comparingInt(search::place).thenComparing(NEWEST_NODES))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized GraphCensus census(int names) {
        return new GraphCensus(
                nodes.size(),
                edges.size(),
                tallies(nodes.values().stream().map(GraphNode::type), names),
                tallies(edges.values().stream().map(GraphEdge::relation), names));
    }

    private static List<Tally> tallies(Stream<String> words, int names) {
        return words.collect(Collectors.groupingBy(word -> word, Collectors.counting())).entrySet().stream()
                .map(counted -> new Tally(counted.getKey(), counted.getValue()))
                .sorted(MOST_FREQUENT)
                .limit(names)
                .toList();
    }

    @Override
    public synchronized List<GraphNode> listNodes(@Nullable String type, @Nullable GraphCursor after, int limit) {
        return listNodes(type == null ? Set.of() : Set.of(type), after, limit);
    }

    private List<GraphNode> listNodes(Set<String> types, @Nullable GraphCursor after, int limit) {
        return nodes.values().stream()
                .filter(node -> types.isEmpty() || types.contains(node.type()))
                .filter(node -> after == null
                        || isBehind(after, node.createdAt(), node.id().value()))
                .sorted(NEWEST_NODES)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<GraphEdge> listEdges(@Nullable NodeId end, @Nullable GraphCursor after, int limit) {
        return edges.values().stream()
                .filter(edge -> end == null
                        || edge.source().equals(end)
                        || edge.target().equals(end))
                .filter(edge -> after == null
                        || isBehind(after, edge.createdAt(), edge.id().value()))
                .sorted(NEWEST_EDGES)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Subgraph newest(Set<String> types, int limit) {
        return subgraph(listNodes(types, null, limit).stream()
                .map(node -> new ReachedNode(node, 0))
                .toList());
    }

    @Override
    public synchronized Subgraph expand(NodeId start, int depth) {
        if (!nodes.containsKey(start)) {
            return new Subgraph(List.of(), List.of());
        }
        Map<NodeId, Integer> depths = new LinkedHashMap<>(Map.of(start, 0));
        Queue<NodeId> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            NodeId from = open.remove();
            int next = depths.getOrDefault(from, 0) + 1;
            if (next <= depth) {
                neighbours(from)
                        .filter(to -> depths.putIfAbsent(to, next) == null)
                        .forEach(open::add);
            }
        }
        return subgraph(depths.entrySet().stream()
                .map(reached ->
                        new ReachedNode(Objects.requireNonNull(nodes.get(reached.getKey())), reached.getValue()))
                .sorted(Comparator.comparingInt(ReachedNode::depth).thenComparing(ReachedNode::node, NEWEST_NODES))
                .limit(MAX_REACHED)
                .toList());
    }

    private Stream<NodeId> neighbours(NodeId node) {
        return List.copyOf(edges.values()).stream()
                .filter(edge -> edge.source().equals(node) || edge.target().equals(node))
                .map(edge -> edge.source().equals(node) ? edge.target() : edge.source());
    }

    private Subgraph subgraph(List<ReachedNode> reached) {
        Set<NodeId> shown =
                Set.copyOf(reached.stream().map(found -> found.node().id()).toList());
        List<GraphEdge> between = new ArrayList<>(edges.values());
        between.removeIf(edge -> !shown.contains(edge.source()) || !shown.contains(edge.target()));
        between.sort(NEWEST_EDGES);
        return new Subgraph(reached, between);
    }

    private static boolean isBehind(GraphCursor cursor, Instant createdAt, UUID id) {
        int time = cursor.createdAt().compareTo(createdAt);
        return time > 0 || (time == 0 && new EventId(cursor.id()).compareTo(new EventId(id)) < 0);
    }

    private static <T> Comparator<T> newest(Function<T, Instant> createdAt, Function<T, UUID> id) {
        return Comparator.comparing(createdAt).reversed().thenComparing(found -> new EventId(id.apply(found)));
    }
}
