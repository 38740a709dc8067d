package io.mnemolite.cli.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.operation.Check.Trouble;
import io.mnemolite.cli.terminal.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests at a fixed rate for some time, of which none may fail: six reads by id, three searches and one write in ten.
 * A time begins when the request was due, so that a server that stops for a second is seen to.
 *
 * @param rate requests a second
 * @param seconds how long
 */
record LoadCheck(int rate, int seconds) {

    private static final int EVENTS = 200;
    private static final int CONNECTIONS = 16;

    /** So much of the rate is enough: the last requests are on their way when the time is over. */
    private static final double ENOUGH = 0.95;

    Check check() {
        return new Check("load", this::run);
    }

    private String run(ServerConnection server) {
        String mark = "doctor" + UUID.randomUUID().toString().replace("-", "");
        List<String> ids = new ArrayList<>();
        List<String> written = Collections.synchronizedList(new ArrayList<>());
        try {
            server.post(Routes.BATCH, events(mark))
                    .path("events")
                    .forEach(event -> ids.add(event.path("id").asText()));
            return drive(server, mark, ids, written);
        } finally {
            ids.addAll(written);
            ids.forEach(id -> server.delete(Routes.event(id)));
        }
    }

    private static ObjectNode events(String mark) {
        ObjectNode batch = Json.object();
        ArrayNode events = batch.putArray("events");
        for (int i = 0; i < EVENTS; i++) {
            events.add(event(mark, i));
        }
        return batch;
    }

    private static ObjectNode event(String mark, int number) {
        ObjectNode event = Json.object();
        event.putObject("content").put("text", "Load of a check, number " + number);
        event.putObject("metadata").put("doctor", mark);
        return event;
    }

    private String drive(ServerConnection server, String mark, List<String> ids, List<String> written) {
        int total = rate * seconds;
        double[] millis = new double[total];
        AtomicInteger next = new AtomicInteger();
        Queue<CommandFailure> failures = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        Runnable client = () -> {
            for (int i = next.getAndIncrement(); i < total && failures.isEmpty(); i = next.getAndIncrement()) {
                long due = start + TimeUnit.SECONDS.toNanos(i) / rate;
                await(due);
                try {
                    request(server, mark, ids, written, i);
                    millis[i] = (System.nanoTime() - due) / 1e6;
                } catch (CommandFailure failed) {
                    failures.add(failed);
                }
            }
        };
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                clients.execute(client);
            }
        }
        double took = (System.nanoTime() - start) / 1e9;
        CommandFailure failed = failures.peek();
        if (failed != null) {
            throw new Trouble("A request failed after " + Math.round(took) + " s: " + failed.sentences());
        }
        String outcome = Quantity.counted(total, "request") + ", none failed, " + new Latencies(millis).text();
        if (total / took < rate * ENOUGH) {
            throw new Trouble("The server answered " + Math.round(total / took) + " requests/s of " + rate + ": "
                    + outcome + ".");
        }
        return rate + " requests/s for " + seconds + " s: " + outcome;
    }

    private static void request(
            ServerConnection server, String mark, List<String> ids, List<String> written, int number) {
        switch (number % 10) {
            case 0 -> {
                JsonNode stored = server.post(Routes.REMEMBER, event(mark, number));
                written.add(stored.path("id").asText());
            }
            case 3, 6, 9 ->
                server.post(
                        Routes.SEARCH,
                        Json.object()
                                .put("query", "load number " + number % 50)
                                .put("mode", "hybrid")
                                .put("limit", 5));
            default -> server.get(Routes.event(ids.get(number * 7 % ids.size())));
        }
    }

    private static void await(long due) {
        long left = due - System.nanoTime();
        if (left > 0) {
            try {
                Thread.sleep(Duration.ofNanos(left));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
