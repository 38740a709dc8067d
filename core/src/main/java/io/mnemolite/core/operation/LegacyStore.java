package io.mnemolite.core.operation;

import io.mnemolite.core.event.EventDraft;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.graph.EdgeId;
import io.mnemolite.core.graph.GraphEdge;
import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.core.graph.NodeId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events and the memory graph of a v1 database, which is only read. Failures as in
 * {@link io.mnemolite.core.event.EventStore}; a database without v1's tables is
 * {@link io.mnemolite.core.error.ErrorCode#BAD_REQUEST}.
 */
public interface LegacyStore extends AutoCloseable {

    /** Opens such databases. */
    interface Opener {

        /** @param url as in DATABASE_URL */
        LegacyStore open(String url);
    }

    /** How many events, nodes and edges there are. */
    long count();

    /** Events in id order after {@code after}, at most {@code limit}, each with its vector, if any, as a client's. */
    List<EventDraft> eventsAfter(@Nullable EventId after, int limit);

    /** Nodes in id order after {@code after}, at most {@code limit}; none when there is no table of nodes. */
    List<GraphNode> nodesAfter(@Nullable NodeId after, int limit);

    /** Edges in id order after {@code after}, at most {@code limit}; none when there is no table of edges. */
    List<GraphEdge> edgesAfter(@Nullable EdgeId after, int limit);

    @Override
    void close();
}
