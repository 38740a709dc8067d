package io.mnemolite.postgres.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mnemolite.contract.GraphStoreContract;
import io.mnemolite.core.graph.EdgeId;
import io.mnemolite.core.graph.GraphEdge;
import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.core.graph.GraphStore;
import io.mnemolite.core.graph.NodeId;
import io.mnemolite.postgres.TestStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresGraphStoreTest extends GraphStoreContract {

    @RegisterExtension
    static final TestStore STORE = TestStore.major(18);

    @Override
    protected GraphStore store() {
        return STORE.empty().graph();
    }

    @Test
    void everyChange_isInTheChangeLogOnce() throws SQLException {
        GraphStore store = store();
        GraphNode node = new GraphNode(
                NodeId.next(), "t", null, JsonNodeFactory.instance.objectNode(), Instant.parse("2026-01-01T00:00:00Z"));
        GraphEdge loop = new GraphEdge(
                EdgeId.next(), node.id(), node.id(), "r", JsonNodeFactory.instance.objectNode(), node.createdAt());

        store.insertNode(node, null);
        store.insertNode(node, null);
        store.insertEdge(loop, null);
        store.deleteEdge(loop.id());
        store.deleteEdge(loop.id());
        store.deleteNode(node.id());

        try (Connection connection = STORE.connect();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select string_agg(deleted::text, ' ' order by xid, seq) from mnemolite.change"
                                + " where entity = 3")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("false false true true");
        }
    }
}
