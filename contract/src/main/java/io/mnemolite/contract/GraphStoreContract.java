package io.mnemolite.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.contract.fixture.Json;
import io.mnemolite.contract.fixture.Seed;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.core.graph.Creation;
import io.mnemolite.core.graph.EdgeId;
import io.mnemolite.core.graph.GraphCensus;
import io.mnemolite.core.graph.GraphCensus.Tally;
import io.mnemolite.core.graph.GraphCursor;
import io.mnemolite.core.graph.GraphEdge;
import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.core.graph.GraphStore;
import io.mnemolite.core.graph.InMemoryGraphStore;
import io.mnemolite.core.graph.NodeId;
import io.mnemolite.core.graph.ReachedNode;
import io.mnemolite.core.graph.Subgraph;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link GraphStore} promises. */
public abstract class GraphStoreContract {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private GraphStore store;
    private int made;

    /** An empty store; called once per test. */
    protected abstract GraphStore store();

    @BeforeEach
    final void open() {
        store = store();
    }

    @Test
    final void insertNode_isReadAsGiven() {
        GraphNode node = new GraphNode(
                NodeId.next(), "person", "Ada", Json.object("{born: 1815, tags: ['a', {b: null}]}"), START);

        assertThat(store.insertNode(node, null)).isEqualTo(new Creation.Created<>(node));

        assertThat(store.findNode(node.id())).contains(node);
        assertThat(store.findNode(NodeId.next())).isEmpty();
    }

    @Test
    final void insertNode_underATakenId_isRefusedAndChangesNothing() {
        GraphNode first = node("a");
        GraphNode second = new GraphNode(first.id(), "other", null, Json.object("{}"), START);

        assertThat(store.insertNode(second, null)).isEqualTo(new Creation.Refused<GraphNode>());
        assertThat(store.insertNode(second, key("k", "body"))).isEqualTo(new Creation.Refused<GraphNode>());

        assertThat(store.findNode(first.id())).contains(first);
    }

    @Test
    final void insertEdge_needsBothEnds() {
        GraphNode a = node("a");
        NodeId nobody = NodeId.next();

        assertThat(store.insertEdge(edge(a.id(), nobody), null)).isEqualTo(new Creation.Refused<GraphEdge>());
        assertThat(store.insertEdge(edge(nobody, a.id()), key("k", "body")))
                .isEqualTo(new Creation.Refused<GraphEdge>());

        GraphEdge loop = edge(a.id(), a.id());
        assertThat(store.insertEdge(loop, key("k", "body")))
                .as("a refused creation does not use up its key")
                .isEqualTo(new Creation.Created<>(loop));
        assertThat(store.findEdge(loop.id())).contains(loop);
    }

    @Test
    final void insert_underAUsedKey_isRepeatedOrReused() {
        GraphNode a = new GraphNode(NodeId.next(), "t", "a", Json.object("{}"), START);
        GraphNode b = new GraphNode(NodeId.next(), "t", "b", Json.object("{}"), START);
        store.insertNode(a, key("one", "body"));

        assertThat(store.insertNode(b, key("one", "body"))).isEqualTo(new Creation.Repeated<GraphNode>(a.id().value()));
        assertThat(store.insertNode(b, key("one", "another"))).isEqualTo(new Creation.KeyReused<GraphNode>());
        assertThat(store.findNode(b.id())).isEmpty();
    }

    @Test
    final void deleteNode_takesItsEdgesAlong() {
        GraphNode a = node("a");
        GraphNode b = node("b");
        GraphNode c = node("c");
        GraphEdge ab = connected(a, b);
        GraphEdge ca = connected(c, a);
        GraphEdge bc = connected(b, c);

        assertThat(store.deleteNode(a.id())).isTrue();

        assertThat(store.deleteNode(a.id())).isFalse();
        assertThat(store.findEdge(ab.id())).isEmpty();
        assertThat(store.findEdge(ca.id())).isEmpty();
        assertThat(store.findEdge(bc.id())).contains(bc);
    }

    @Test
    final void deleteEdge_leavesItsEnds() {
        GraphNode a = node("a");
        GraphEdge loop = connected(a, a);

        assertThat(store.deleteEdge(loop.id())).isTrue();

        assertThat(store.deleteEdge(loop.id())).isFalse();
        assertThat(store.findNode(a.id())).contains(a);
    }

    @Test
    final void listNodes_isNewestFirstAndPagesWithoutGapOrRepetition() {
        List<NodeId> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            expected.addFirst(node("n" + i, "t", START.plusSeconds(i / 3 * 60L)).id());
        }
        expected.sort((a, b) -> {
            int time = created(b).compareTo(created(a));
            return time != 0 ? time : new EventId(a.value()).compareTo(new EventId(b.value()));
        });

        List<NodeId> paged = new ArrayList<>();
        GraphCursor after = null;
        List<GraphNode> page = store.listNodes(null, null, 2);
        while (!page.isEmpty()) {
            page.forEach(node -> paged.add(node.id()));
            after = new GraphCursor(
                    page.getLast().createdAt(), page.getLast().id().value());
            page = store.listNodes(null, after, 2);
        }

        assertThat(paged).isEqualTo(expected);
    }

    @Test
    final void listNodes_ofAType_isExactAlsoBeyondTheIndexedPrefix() {
        String prefix = "x".repeat(70);
        GraphNode one = node("1", prefix + "1", START);
        node("2", prefix + "2", START);

        assertThat(store.listNodes(prefix + "1", null, 10)).containsExactly(one);
        assertThat(store.newest(Set.of(prefix), 10).nodes()).isEmpty();
    }

    @Test
    final void listEdges_atANode_areThoseInBothDirections() {
        GraphNode a = node("a");
        GraphNode b = node("b");
        GraphNode c = node("c");
        GraphEdge ab = connected(a, b);
        GraphEdge ca = connected(c, a);
        GraphEdge bc = connected(b, c);

        assertThat(store.listEdges(a.id(), null, 10)).containsExactly(ca, ab);
        assertThat(store.listEdges(null, null, 10)).containsExactly(bc, ca, ab);
        assertThat(store.listEdges(null, new GraphCursor(ca.createdAt(), ca.id().value()), 10))
                .containsExactly(ab);
    }

    @Test
    final void newest_showsTheEdgesBetweenWhatItShows() {
        GraphNode old = node("old");
        GraphNode a = node("a");
        GraphNode b = node("b");
        connected(old, a);
        GraphEdge ab = connected(a, b);

        Subgraph newest = store.newest(Set.of(), 2);

        assertThat(newest.nodes()).containsExactly(new ReachedNode(b, 0), new ReachedNode(a, 0));
        assertThat(newest.edges()).containsExactly(ab);
    }

    @Test
    final void newest_ofSeveralTypes_areThoseOfAnyOfThem() {
        String prefix = "y".repeat(70);
        node("a", "person", START);
        GraphNode project = node("b", "project", START.plusSeconds(1));
        GraphNode one = node("c", prefix + "1", START.plusSeconds(2));
        node("d", prefix + "2", START.plusSeconds(3));

        Subgraph newest = store.newest(Set.of("project", prefix + "1", "nothing"), 10);

        assertThat(newest.nodes()).containsExactly(new ReachedNode(one, 0), new ReachedNode(project, 0));
        assertThat(store.newest(Set.of("nothing", "either"), 10).nodes()).isEmpty();
    }

    @Test
    final void findNodes_areThoseThatExistNewestFirst() {
        GraphNode a = node("a");
        GraphNode b = node("b");

        assertThat(store.findNodes(Set.of(a.id(), NodeId.next(), b.id()))).containsExactly(b, a);
        assertThat(store.findNodes(Set.of())).isEmpty();
    }

    @Test
    final void edgesBetween_haveBothEndsAmongTheNodes() {
        GraphNode a = node("a");
        GraphNode b = node("b");
        GraphNode c = node("c");
        GraphEdge ab = connected(a, b);
        GraphEdge loop = connected(b, b);
        connected(b, c);

        assertThat(store.edgesBetween(Set.of(a.id(), b.id()), 10)).containsExactly(loop, ab);
        assertThat(store.edgesBetween(Set.of(a.id(), b.id()), 1)).containsExactly(loop);
        assertThat(store.edgesBetween(Set.of(c.id()), 10)).isEmpty();
        assertThat(store.edgesBetween(Set.of(), 10)).isEmpty();
    }

    @Test
    final void searchNodes_ranksByWhereTheTextStands() {
        GraphNode property = with("x", "{deep: [{title: 'about ADA'}]}");
        GraphNode within = with("Lovelace, Ada", "{}");
        GraphNode start = with("Ada Lovelace", "{}");
        GraphNode whole = with("ada", "{}");
        GraphNode newerStart = with("ADAm", "{}");
        with("nothing", "{ada: 1, 'q': 'xyz'}");

        assertThat(store.searchNodes("aDa", 10)).containsExactly(whole, newerStart, start, within, property);
        assertThat(store.searchNodes("ada", 2)).containsExactly(whole, newerStart);
        assertThat(store.searchNodes("", 10)).isEmpty();
        assertThat(store.searchNodes(start.id().toString(), 10)).containsExactly(start);
        assertThat(store.searchNodes(start.id().toString().toUpperCase(Locale.ROOT), 10))
                .containsExactly(start);
    }

    @Test
    final void searchNodes_takesTheTextAsItStands() {
        GraphNode odd = with("100 %_of \\\\ it's", "{}");
        with("100 x", "{}");
        GraphNode unnamed = new GraphNode(NodeId.next(), "t", null, Json.object("{a: 'a \\\\ b'}"), START);
        store.insertNode(unnamed, null);

        assertThat(store.searchNodes("%_OF", 10)).containsExactly(odd);
        assertThat(store.searchNodes("it's", 10)).containsExactly(odd);
        assertThat(store.searchNodes("a \\ b", 10)).containsExactly(unnamed);
    }

    @Test
    final void census_countsTypesAndRelations() {
        assertThat(store.census(5)).isEqualTo(new GraphCensus(0, 0, List.of(), List.of()));
        GraphNode a = node("a", "person", START);
        GraphNode b = node("b", "person", START);
        node("c", "project", START);
        node("d", "Project", START);
        connected(a, b);
        connected(b, a);

        assertThat(store.census(5))
                .isEqualTo(new GraphCensus(
                        4,
                        2,
                        List.of(new Tally("person", 2), new Tally("Project", 1), new Tally("project", 1)),
                        List.of(new Tally("knows", 2))));
        assertThat(store.census(1).types()).containsExactly(new Tally("person", 2));
        assertThat(store.census(1).nodes()).isEqualTo(4);
    }

    @Test
    final void expand_goesBothWaysAndShowsEachNodeOnceAtItsLeastDepth() {
        GraphNode a = node("a");
        GraphNode b = node("b");
        GraphNode c = node("c");
        GraphNode d = node("d");
        GraphEdge ab = connected(a, b);
        GraphEdge cb = connected(c, b);
        GraphEdge ac = connected(a, c);
        connected(c, d);

        Subgraph near = store.expand(a.id(), 1);

        assertThat(near.nodes()).containsExactly(new ReachedNode(a, 0), new ReachedNode(c, 1), new ReachedNode(b, 1));
        assertThat(near.edges()).containsExactly(ac, cb, ab);
        assertThat(store.expand(a.id(), 2).nodes()).hasSize(4).contains(new ReachedNode(d, 2));
        assertThat(store.expand(NodeId.next(), 3)).isEqualTo(new Subgraph(List.of(), List.of()));
    }

    @Test
    final void import_keepsIdsAndSkipsWhatIsThereOrHasNoEnds() {
        GraphNode a = node("a");
        GraphNode b = new GraphNode(NodeId.next(), "t", null, Json.object("{}"), START);
        GraphEdge ab = edge(a.id(), b.id());
        GraphEdge loose = edge(a.id(), NodeId.next());

        assertThat(store.importNodes(List.of(a, b))).isEqualTo(1);
        assertThat(store.importEdges(List.of(ab, loose))).isEqualTo(1);

        assertThat(store.importEdges(List.of(ab, loose))).isZero();
        assertThat(store.importNodes(List.of())).isZero();
        assertThat(store.findEdge(ab.id())).contains(ab);
    }

    @Test
    final void randomGraphs_areExpandedAsByTheModel() {
        Random random = Seed.next("randomGraphs").random();
        InMemoryGraphStore model = new InMemoryGraphStore();
        List<GraphNode> nodes = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            nodes.add(node("n" + i));
        }
        List<GraphEdge> edges = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            edges.add(connected(nodes.get(random.nextInt(30)), nodes.get(random.nextInt(30))));
        }
        model.importNodes(nodes);
        model.importEdges(edges);

        for (GraphNode node : nodes) {
            for (int depth = 1; depth <= 3; depth++) {
                assertThat(store.expand(node.id(), depth)).isEqualTo(model.expand(node.id(), depth));
            }
        }
    }

    private Instant created(NodeId id) {
        return store.findNode(id).orElseThrow().createdAt();
    }

    private GraphNode with(String label, String properties) {
        GraphNode node = new GraphNode(NodeId.next(), "t", label, Json.object(properties), START.plusSeconds(++made));
        store.insertNode(node, null);
        return node;
    }

    private GraphNode node(String label) {
        return node(label, "t", START.plusSeconds(++made));
    }

    private GraphNode node(String label, String type, Instant at) {
        GraphNode node = new GraphNode(NodeId.next(), type, label, properties(), at);
        assertThat(store.insertNode(node, null)).isEqualTo(new Creation.Created<>(node));
        return node;
    }

    private GraphEdge connected(GraphNode source, GraphNode target) {
        GraphEdge edge = edge(source.id(), target.id());
        assertThat(store.insertEdge(edge, null)).isEqualTo(new Creation.Created<>(edge));
        return edge;
    }

    private GraphEdge edge(NodeId source, NodeId target) {
        return new GraphEdge(EdgeId.next(), source, target, "knows", properties(), START.plusSeconds(++made));
    }

    private static ObjectNode properties() {
        return Json.object("{}");
    }

    private static IdempotencyKey key(String key, String body) {
        return new IdempotencyKey(key, "POST /v1/graph", body);
    }
}
