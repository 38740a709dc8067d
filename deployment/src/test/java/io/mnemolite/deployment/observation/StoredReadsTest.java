package io.mnemolite.deployment.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.deployment.slot.ScriptedServer;
import io.mnemolite.deployment.slot.ScriptedServer.Reply;
import io.mnemolite.deployment.slot.SlotClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a server that stores what a test says. */
class StoredReadsTest {

    private static final String EVENTS = "GET /v1/events?include_embedding=false&limit=200";
    private static final String NODES = "GET /api/graph/nodes?limit=50";
    private static final String REPOSITORIES = "GET /v1/code/index/repositories";

    private final Map<String, String> stored = new HashMap<>();
    private ScriptedServer server;
    private SlotClient client;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer((request, _) -> new Reply(200, stored.getOrDefault(request, "{}")));
        client = new SlotClient(server.port(), null);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void find_nothingIsStored_readsLists() {
        Reads reads = Reads.ofNewest(client);

        assertThat(reads).hasToString("1 lists of events");
        assertThat(reads.read(client, 7).status()).isEqualTo(200);
        assertThat(server.requests()).last().isEqualTo("GET /v1/events?limit=10&include_embedding=false");
    }

    @Test
    void find_serverIsAway_readsListsInVain() {
        server.close();

        Reads reads = Reads.ofNewest(client);

        assertThat(reads).hasToString("1 lists of events");
        assertThat(reads.read(client, 0).status()).isZero();
    }

    @Test
    void find_everythingIsStored_readsOfEachKind() {
        stored.put(
                EVENTS,
                "{\"events\":[{\"id\":\"1\",\"content\":{\"text\":\"one two\"}},{\"id\":\"2\",\"content\":{}}]}");
        stored.put(NODES, "{\"nodes\":[{\"data\":{\"id\":\"n\"}}]}");
        stored.put(REPOSITORIES, "{\"repositories\":[{\"repository\":\"team/shop\"}]}");
        stored.put("GET /v1/code/index/files?limit=10&repository=team%2Fshop", "{\"files\":[{\"path\":\"a b.py\"}]}");
        stored.put(
                "GET /v1/code/outline?repository=team%2Fshop&path=a+b.py",
                "{\"symbols\":[{\"id\":\"s\",\"name\":\"total\"},{\"id\":\"t\",\"name\":\"total\"}]}");
        Reads reads = Reads.ofNewest(client);
        assertThat(reads)
                .hasToString("2 events by id, 1 lists of events, 1 searches by words, 1 searches by words and meaning,"
                        + " 1 lists of nodes, 1 neighbourhoods of nodes, 1 outlines of files, 2 callers of symbols,"
                        + " 1 searches of code");

        int before = server.requests().size();
        for (int number = 0; number < 2 * reads.kinds().size(); number++) {
            reads.read(client, number);
        }

        assertThat(new TreeSet<>(
                        server.requests().subList(before, server.requests().size())))
                .containsExactly(
                        "GET /api/graph/expand/n",
                        NODES,
                        "GET /v1/code/graph/callers/s",
                        "GET /v1/code/graph/callers/t",
                        "GET /v1/code/outline?repository=team%2Fshop&path=a+b.py",
                        "GET /v1/events/1",
                        "GET /v1/events/2",
                        "GET /v1/events?limit=10&include_embedding=false",
                        "POST /v1/code/search/hybrid",
                        "POST /v1/search/");
    }
}
