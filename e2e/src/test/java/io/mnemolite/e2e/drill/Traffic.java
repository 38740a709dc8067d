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
import java.util.Set;
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
    /** What was sent and not acknowledged: it may be stored or not. */
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();

    private final AtomicInteger stale = new AtomicInteger();
    private final AtomicLong stalestMillis = new AtomicLong();
    private final AtomicLong ticket = new AtomicLong();
    private final AtomicLong slowestMillis = new AtomicLong();
    private final AtomicLong latestMillis = new AtomicLong();
    private final long begin = System.nanoTime();
    private volatile long stoppedNanos;
    private volatile boolean stopped;

    private Traffic(int port, int rate) {
        this.port = port;
        this.rate = rate;
    }

    /** @param rate requests a second */
    static Traffic start(int port, int rate, SplittableRandom random) {
        Traffic traffic = new Traffic(port, rate);
        for (int i = 0; i < CONNECTIONS; i++) {
            SplittableRandom own = random.split();
            traffic.threads.add(Thread.ofPlatform().daemon().start(() -> traffic.run(own)));
        }
        return traffic;
    }

    int requests() {
        return requests.get();
    }

    int stored() {
        return stored.size();
    }

    /** How many reads and searches did not show what their own connection had stored or changed before. */
    int stale() {
        return stale.get();
    }

    /** The longest time between an acknowledgement and a later question whose answer did not show it. */
    long stalestMillis() {
        return stalestMillis.get();
    }

    long slowestMillis() {
        return slowestMillis.get();
    }

    /** How long a request was sent after its time at most, because no connection was free. */
    long latestMillis() {
        return latestMillis.get();
    }

    /** Returns when so many more have been sent. */
    void awaitRequests(int more) {
        int end = requests() + more;
        while (requests() < end) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** Requests a second so far; after {@link #stop()}, until then. */
    double rateReached() {
        long end = stopped ? stoppedNanos : System.nanoTime();
        return requests.get() / ((end - begin) / 1e9);
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
        if (stopped) {
            return;
        }
        stoppedNanos = System.nanoTime();
        stopped = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Fails unless every acknowledged event is in the list once, and none that was never sent. */
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
        listed.keySet().removeIf(word -> unknown.contains(word) && !stored.containsKey(word));
        assertThat(listed.keySet()).as("neither lost nor invented").isEqualTo(Set.copyOf(stored.keySet()));
        assertThat(listed.values()).as("stored once").allMatch(count -> count == 1);
    }

    private void run(SplittableRandom random) {
        Connection connection = new Connection(random);
        while (!stopped) {
            long due = begin + ticket.getAndIncrement() * TimeUnit.SECONDS.toNanos(1) / rate;
            // Bounded: a parked thread must see the end.
            while (!stopped && System.nanoTime() < due) {
                LockSupport.parkNanos(Math.min(due - System.nanoTime(), 50_000_000));
            }
            if (!stopped) {
                latestMillis.accumulateAndGet((System.nanoTime() - due) / 1_000_000, Math::max);
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
        /** When the last write of an event was acknowledged, in nanoseconds. */
        private final Map<String, Long> acknowledged = new HashMap<>();

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
            unknown.add(word);
            Answer answer = open.send(
                    "POST",
                    "/v1/events/",
                    "{\"content\":{\"text\":\"the drill remembers " + word + "\"},\"metadata\":{\"word\":\"" + word
                            + "\",\"changes\":0}}");
            if (expect(answer, 201, "POST")) {
                stored.put(word, Http.tree(answer.body()).path("id").asText());
                changes.put(word, 0);
                acknowledged.put(word, System.nanoTime());
                unknown.remove(word);
                words.add(word);
            }
        }

        private void change(KeepAliveClient open, String word) throws IOException {
            int next = changes.getOrDefault(word, 0) + 1;
            boolean isDone = false;
            try {
                isDone = expect(
                        open.send(
                                "PATCH", "/v1/events/" + stored.get(word) + "/metadata", "{\"changes\":" + next + "}"),
                        200,
                        "PATCH");
            } finally {
                if (isDone) {
                    changes.put(word, next);
                    acknowledged.put(word, System.nanoTime());
                } else {
                    // Nobody knows what a read should show.
                    words.remove(word);
                }
            }
        }

        private void search(KeepAliveClient open, String word) throws IOException {
            long start = System.nanoTime();
            Answer answer = open.send(
                    "GET", "/v1/search/?mode=lexical&include_embedding=false&limit=5&vector_query=" + word, "");
            if (expect(answer, 200, "search")
                    && Http.tree(answer.body()).path("data").findValuesAsText("word").stream()
                            .noneMatch(word::equals)) {
                noteStale(word, start);
            }
        }

        private void read(KeepAliveClient open, String word) throws IOException {
            long start = System.nanoTime();
            Answer answer = open.send("GET", "/v1/events/" + stored.get(word), "");
            if (expect(answer, 200, "GET")
                    && Http.tree(answer.body()).at("/metadata/changes").asInt(-1) != changes.getOrDefault(word, 0)) {
                noteStale(word, start);
            }
        }

        private void noteStale(String word, long start) {
            stale.incrementAndGet();
            stalestMillis.accumulateAndGet((start - acknowledged.getOrDefault(word, start)) / 1_000_000, Math::max);
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
