package io.mnemolite.load.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Somebody beside the generator who asks one path again and again, over a connection of its own. */
public final class Prober implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest request;
    private final Duration interval;
    private final Thread thread;
    private final List<Probe> probes = new ArrayList<>();
    private volatile boolean isOver;

    /**
     * One question.
     *
     * @param begunNanos the clock when it was sent
     * @param takenNanos until its answer was there, or would not come
     * @param status 0 when there was no answer
     */
    public record Probe(long begunNanos, long takenNanos, int status, String body) {

        public double millis() {
            return takenNanos / 1e6;
        }
    }

    private Prober(URI address, Duration interval) {
        this.request = HttpRequest.newBuilder(address).timeout(LONGEST).build();
        this.interval = interval;
        this.thread = Thread.ofPlatform().daemon().name("prober").unstarted(this::probe);
    }

    /** Asks from now on, once an interval, or as soon as the answer before is there. */
    public static Prober start(Api api, String path, Duration interval) {
        Prober prober = new Prober(URI.create(api.base() + path), interval);
        prober.thread.start();
        return prober;
    }

    /** Those that are over, in order. */
    public List<Probe> probes() {
        synchronized (probes) {
            return List.copyOf(probes);
        }
    }

    private void probe() {
        while (!isOver) {
            long begun = System.nanoTime();
            Probe probe = ask(begun);
            synchronized (probes) {
                probes.add(probe);
            }
            LockSupport.parkNanos(begun + interval.toNanos() - System.nanoTime());
        }
    }

    private Probe ask(long begun) {
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return new Probe(begun, System.nanoTime() - begun, answer.statusCode(), answer.body());
        } catch (IOException e) {
            return new Probe(begun, System.nanoTime() - begun, 0, e.toString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks no more; the last answer has come when this returns. */
    @Override
    public void close() {
        isOver = true;
        LockSupport.unpark(thread);
        try {
            thread.join(LONGEST.multipliedBy(2));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        client.close();
    }
}
