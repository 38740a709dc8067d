package io.mnemolite.cli.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.terminal.Surroundings;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Forwards the lines of one client until it goes. One thread reads, so that the end of the input is seen whatever else
 * is waited for; one takes up the messages in order; each request then has a thread of its own.
 */
final class Proxy {

    private static final int LONGEST_LINE = 16 << 20;
    private static final int LINES_AHEAD = 16;
    private static final Duration CANCELLATION_REST = Duration.ofSeconds(2);
    private static final Duration FAREWELL_REST = Duration.ofSeconds(1);

    private final Surroundings around;
    private final McpServer server;
    private final HttpEndpoint endpoint;
    private final Session session;
    private final Delivery delivery;
    private final ClientOutput output;
    private final Duration grace;

    private final BlockingQueue<LineReader.Line> lines = new ArrayBlockingQueue<>(LINES_AHEAD);
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    /** Its parties are the dispatcher and the calls. */
    private final Phaser underWay = new Phaser(1);

    private final CountDownLatch inputEnded = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread dispatcher = Thread.ofVirtual().unstarted(this::dispatch);
    private volatile boolean stopped;

    /**
     * @param patience how long a server may be away before requests are answered with an error
     * @param grace how long requests under way may take after the end of the input
     */
    Proxy(Surroundings around, McpServer server, HttpEndpoint endpoint, Duration patience, Duration grace) {
        this.around = around;
        this.server = server;
        this.endpoint = endpoint;
        this.grace = grace;
        this.session = new Session(endpoint);
        this.delivery = new Delivery(server, endpoint, session, patience);
        this.output = new ClientOutput(around.out(), this::stop);
    }

    /** Returns when the client has gone and what it asked for is done with. */
    void run() throws InterruptedException {
        dispatcher.start();
        Thread.ofPlatform().daemon().name("standard-input").start(this::read);
        try {
            inputEnded.await();
            calls.stream().filter(call -> call.request().isEndless()).forEach(Call::interrupt);
            await(grace);
            stop();
            await(FAREWELL_REST);
            sayFarewell();
        } finally {
            server.close();
            finished.countDown();
        }
    }

    /** As the end of the input, but with less grace; waits for the end of {@link #run}. */
    void terminate(Duration shortGrace) throws InterruptedException {
        inputEnded.countDown();
        boolean _ = lines.offer(new LineReader.End());
        if (!finished.await(shortGrace.toNanos(), TimeUnit.NANOSECONDS)) {
            stop();
            boolean _ = finished.await(2 * FAREWELL_REST.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void await(Duration time) throws InterruptedException {
        try {
            underWay.awaitAdvanceInterruptibly(0, time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // What is still under way is given up next.
        }
    }

    private void stop() {
        stopped = true;
        dispatcher.interrupt();
        calls.forEach(Call::interrupt);
        inputEnded.countDown();
    }

    private void sayFarewell() {
        server.known().ifPresent(address -> {
            try {
                session.end(address, FAREWELL_REST);
            } catch (IOException e) {
                // The server forgets sessions that nobody uses.
            }
        });
    }

    private void read() {
        LineReader reader = new LineReader(around.in(), LONGEST_LINE);
        try {
            LineReader.Line line = next(reader);
            while (!(line instanceof LineReader.End)) {
                lines.put(line);
                line = next(reader);
            }
            inputEnded.countDown();
            lines.put(line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static LineReader.Line next(LineReader reader) {
        try {
            return reader.next();
        } catch (IOException e) {
            return new LineReader.End();
        }
    }

    private void dispatch() {
        try {
            boolean goesOn = true;
            while (goesOn && !stopped) {
                goesOn = take(lines.take());
            }
        } catch (InterruptedException e) {
            // The proxy ends.
        } finally {
            underWay.arriveAndDeregister();
        }
    }

    /** Whether more may come. */
    private boolean take(LineReader.Line line) throws InterruptedException {
        try {
            switch (line) {
                case LineReader.Whole whole -> {
                    byte[] bytes = whole.bytes().toByteArray();
                    if (!isBlank(bytes)) {
                        forward(Message.parse(bytes));
                    }
                }
                case LineReader.TooLong _ ->
                    throw new MalformedMessage(
                            MalformedMessage.INVALID,
                            "The line is longer than " + LONGEST_LINE + " bytes; send less at a time.");
                case LineReader.End _ -> {
                    return false;
                }
            }
        } catch (MalformedMessage malformed) {
            output.write(malformed);
        }
        return true;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private void forward(Message message) throws InterruptedException {
        if (message.method().equals("initialize") || !message.isRequest()) {
            JsonNode cancelled = message.cancelled();
            if (cancelled.isMissingNode()) {
                // In order: what comes later may rely on it.
                forwardAndWait(message);
            } else {
                cancel(cancelled, message);
            }
        } else {
            message.makeRepeatable();
            begin(message);
        }
    }

    private void forwardAndWait(Message message) throws InterruptedException {
        try {
            delivery.deliver(message, output::write);
        } catch (Undeliverable reason) {
            if (message.isRequest()) {
                output.write(message, reason);
            } else {
                around.err().println(reason.sentences());
            }
        }
    }

    private void begin(Message request) {
        underWay.register();
        Call call = new Call(request, delivery, output, ended -> {
            calls.remove(ended);
            underWay.arriveAndDeregister();
        });
        calls.add(call);
        call.start();
        if (stopped) {
            call.interrupt();
        }
    }

    /** A call that is over cannot be cancelled, and the server need not know. */
    private void cancel(JsonNode id, Message cancellation) {
        Optional<Call> found =
                calls.stream().filter(call -> call.request().id().equals(id)).findAny();
        found.ifPresent(call -> {
            call.mute();
            underWay.register();
            Thread.ofVirtual().start(() -> {
                tell(call, cancellation);
                call.interrupt();
                underWay.arriveAndDeregister();
            });
        });
    }

    /** Where a call names its own revision, the end of its request is the whole message. */
    private void tell(Call call, Message cancellation) {
        if (call.request().ownVersion().isEmpty()) {
            server.known().ifPresent(address -> {
                try {
                    endpoint.post(
                                    address,
                                    Session.headers(cancellation, session.state()),
                                    cancellation.body(),
                                    CANCELLATION_REST)
                            .close();
                } catch (IOException e) {
                    // The server is away, and the call with it.
                }
            });
        }
    }
}
