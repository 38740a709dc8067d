package io.mnemolite.postgres.graph;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.core.graph.Creation;
import io.mnemolite.core.graph.EdgeId;
import io.mnemolite.core.graph.GraphCensus;
import io.mnemolite.core.graph.GraphCursor;
import io.mnemolite.core.graph.GraphEdge;
import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.core.graph.GraphStore;
import io.mnemolite.core.graph.NodeId;
import io.mnemolite.core.graph.Subgraph;
import io.mnemolite.postgres.connection.Database;
import io.mnemolite.postgres.connection.Query;
import io.mnemolite.postgres.idempotency.OncePerKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The memory graph in PostgreSQL. Each change is one statement, hence one transaction, which writes the change log too. */
public final class PostgresGraphStore implements GraphStore {

    private final Database database;
    private final OncePerKey oncePerKey;

    public PostgresGraphStore(Database database) {
        this.database = database;
        this.oncePerKey = new OncePerKey(database);
    }

    @Override
    public Creation<GraphNode> insertNode(GraphNode node, @Nullable IdempotencyKey key) {
        return insert(new InsertNode(node, key), key);
    }

    @Override
    public Creation<GraphEdge> insertEdge(GraphEdge edge, @Nullable IdempotencyKey key) {
        return insert(new InsertEdge(edge, key), key);
    }

    private <T> Creation<T> insert(Query<Optional<T>> insertion, @Nullable IdempotencyKey key) {
        try {
            if (key == null) {
                return database.write(insertion)
                        .<Creation<T>>map(Creation.Created::new)
                        .orElseGet(Creation.Refused::new);
            }
            return switch (oncePerKey.run(key, insertion)) {
                case OncePerKey.Outcome.Created<T>(T stored) -> new Creation.Created<>(stored);
                case OncePerKey.Outcome.Repeated<T>(List<UUID> ids) -> new Creation.Repeated<>(ids.getFirst());
                case OncePerKey.Outcome.KeyReused<T>() -> new Creation.KeyReused<>();
                case OncePerKey.Outcome.Refused<T>() -> new Creation.Refused<>();
            };
        } catch (MnemoliteException e) {
            // Somebody took the id, or deleted an end of the edge, after the statement had looked.
            if (e.code() == ErrorCode.CONFLICT) {
                return new Creation.Refused<>();
            }
            throw e;
        }
    }

    @Override
    public int importNodes(List<GraphNode> nodes) {
        return nodes.isEmpty() ? 0 : database.write(new ImportNodes(nodes));
    }

    @Override
    public int importEdges(List<GraphEdge> edges) {
        return edges.isEmpty() ? 0 : database.write(new ImportEdges(edges));
    }

    @Override
    public Optional<GraphNode> findNode(NodeId id) {
        return database.read(new FindNode(id));
    }

    @Override
    public Optional<GraphEdge> findEdge(EdgeId id) {
        return database.read(new FindEdge(id));
    }

    @Override
    public boolean deleteNode(NodeId id) {
        return database.write(new DeleteNode(id));
    }

    @Override
    public boolean deleteEdge(EdgeId id) {
        return database.write(new DeleteEdge(id));
    }

    @Override
    public List<GraphNode> findNodes(Set<NodeId> ids) {
        return ids.isEmpty() ? List.of() : database.read(new FindNodes(ids));
    }

    @Override
    public List<GraphEdge> edgesBetween(Set<NodeId> nodes, int limit) {
        return nodes.isEmpty() ? List.of() : database.read(new FindEdgesBetween(nodes, limit));
    }

    @Override
    public List<GraphNode> searchNodes(String text, int limit) {
        return text.isEmpty() ? List.of() : database.read(new SearchNodes(text, limit));
    }

    @Override
    public GraphCensus census(int names) {
        return database.read(new CountGraph(names));
    }

    @Override
    public List<GraphNode> listNodes(@Nullable String type, @Nullable GraphCursor after, int limit) {
        return database.read(new ListNodes(new NewestNodes(type == null ? Set.of() : Set.of(type), after, limit)));
    }

    @Override
    public List<GraphEdge> listEdges(@Nullable NodeId end, @Nullable GraphCursor after, int limit) {
        return database.read(new ListEdges(end, after, limit));
    }

    @Override
    public Subgraph newest(Set<String> types, int limit) {
        return database.read(new FindNewest(new NewestNodes(types, null, limit)));
    }

    @Override
    public Subgraph expand(NodeId start, int depth) {
        return database.read(new ExpandNode(start, depth));
    }
}
