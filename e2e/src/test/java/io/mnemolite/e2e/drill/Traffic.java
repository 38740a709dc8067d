package io.mnemolite.e2e.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.drill.KeepAliveClient.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes at a steady rate over connections that stay, and a ledger of what was acknowledged. Of ten requests
 * two store an event, one changes one, one searches for one, and six read one.
 */
final class Traffic implements AutoCloseable {

    private static final int CONNECTIONS = 12;

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final int port;
    private final int rate;
    /** Begins the words of this traffic alone. */
    private final String mark = "w" + NUMBERS.incrementAndGet() + "x";

    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, String> stored = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger stale = new AtomicInteger();
    private final AtomicLong ticket = new AtomicLong();
    private final AtomicLong slowestMillis = new AtomicLong();
    private volatile boolean stopped;

    private Traffic(int port, int rate) {
        this.port = port;
        this.rate = rate;
    }

    /** @param rate requests a second */
    static Traffic start(int port, int rate, SplittableRandom random) {
        Traffic traffic = new Traffic(port, rate);
        long begin = System.nanoTime();
        for (int i = 0; i < CONNECTIONS; i++) {
            SplittableRandom own = random.split();
            traffic.threads.add(Thread.ofPlatform().daemon().start(() -> traffic.run(begin, own)));
        }
        return traffic;
    }

    int requests() {
        return requests.get();
    }

    int stored() {
        return stored.size();
    }

    /** How often a search did not find what its own connection had stored or changed before. */
    int stale() {
        return stale.get();
    }

    long slowestMillis() {
        return slowestMillis.get();
    }

    Queue<String> failures() {
        return failures;
    }

    @Override
    public void close() {
        stop();
    }

    /** Ends after the requests under way. */
    void stop() {
        stopped = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Fails unless every acknowledged event is in the list once, and none that was not acknowledged. */
    void checkLedger(Http http) {
        Map<String, Integer> listed = new HashMap<>();
        String cursor = "";
        do {
            Http.Answer answer = http.get("/v1/events?limit=1000&include_embedding=false" + cursor);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            for (JsonNode event : answer.json().path("events")) {
                String word = event.at("/metadata/word").asText();
                if (word.startsWith(mark)) {
                    listed.merge(word, 1, Integer::sum);
                }
            }
            String next = answer.json().path("next_cursor").asText("");
            cursor = next.isEmpty() || next.equals("null") ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertThat(listed.keySet()).containsExactlyInAnyOrderElementsOf(stored.keySet());
        assertThat(listed.values()).allMatch(count -> count == 1);
    }

    private void run(long begin, SplittableRandom random) {
        Connection connection = new Connection(random);
        while (!stopped) {
            long due = begin + ticket.getAndIncrement() * TimeUnit.SECONDS.toNanos(1) / rate;
            // Bounded: a parked thread must see the end.
            while (!stopped && System.nanoTime() < due) {
                LockSupport.parkNanos(Math.min(due - System.nanoTime(), 50_000_000));
            }
            if (!stopped) {
                connection.request();
            }
        }
        connection.close();
    }

    /** One caller with events of its own. */
    private final class Connection {

        private final SplittableRandom random;
        private final List<String> words = new ArrayList<>();
        private final Map<String, Integer> changes = new HashMap<>();
        private @Nullable KeepAliveClient client;

        Connection(SplittableRandom random) {
            this.random = random;
        }

        void request() {
            int kind = words.isEmpty() ? 0 : random.nextInt(10);
            long start = System.nanoTime();
            try {
                KeepAliveClient open = client == null ? new KeepAliveClient(port) : client;
                client = open;
                requests.incrementAndGet();
                switch (kind) {
                    case 0, 1 -> store(open);
                    case 2 -> change(open, anyWord());
                    case 3 -> search(open, words.getLast());
                    default -> read(open, anyWord());
                }
            } catch (IOException e) {
                failures.add(kind + ": " + e);
                close();
            }
            slowestMillis.accumulateAndGet((System.nanoTime() - start) / 1_000_000, Math::max);
        }

        private String anyWord() {
            return words.get(random.nextInt(words.size()));
        }

        private void store(KeepAliveClient open) throws IOException {
            String word = mark + Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
            Answer answer = open.send(
                    "POST",
                    "/v1/events/",
                    "{\"content\":{\"text\":\"the drill remembers " + word + "\"},\"metadata\":{\"word\":\"" + word
                            + "\",\"changes\":0}}");
            if (expect(answer, 201, "POST")) {
                stored.put(word, Http.tree(answer.body()).path("id").asText());
                changes.put(word, 0);
                words.add(word);
            }
        }

        private void change(KeepAliveClient open, String word) throws IOException {
            int next = changes.merge(word, 1, Integer::sum);
            Answer answer =
                    open.send("PATCH", "/v1/events/" + stored.get(word) + "/metadata", "{\"changes\":" + next + "}");
            expect(answer, 200, "PATCH");
        }

        private void search(KeepAliveClient open, String word) throws IOException {
            Answer answer = open.send(
                    "GET", "/v1/search/?mode=lexical&include_embedding=false&limit=5&vector_query=" + word, "");
            if (expect(answer, 200, "search")
                    && Http.tree(answer.body()).path("data").findValuesAsText("word").stream()
                            .noneMatch(word::equals)) {
                stale.incrementAndGet();
            }
        }

        private void read(KeepAliveClient open, String word) throws IOException {
            Answer answer = open.send("GET", "/v1/events/" + stored.get(word), "");
            int acknowledged = changes.getOrDefault(word, 0);
            if (expect(answer, 200, "GET")
                    && Http.tree(answer.body()).at("/metadata/changes").asInt(-1) != acknowledged) {
                stale.incrementAndGet();
            }
        }

        private boolean expect(Answer answer, int status, String what) {
            if (answer.status() == status) {
                return true;
            }
            failures.add(what + ": " + answer.status() + " " + answer.body());
            return false;
        }

        void close() {
            KeepAliveClient open = client;
            client = null;
            if (open != null) {
                try {
                    open.close();
                } catch (IOException e) {
                    failures.add("close: " + e);
                }
            }
        }
    }
}
