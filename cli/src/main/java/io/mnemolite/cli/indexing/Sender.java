package io.mnemolite.cli.indexing;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.api.Routes;
import io.mnemolite.cli.api.ServerConnection;
import io.mnemolite.cli.failure.CommandFailure;
import io.mnemolite.cli.failure.ExitCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches, at most two at a time: while the server works on one, the next is on its way. Answers are handed over on
 * the thread that sends, in the order of the batches.
 */
final class Sender implements AutoCloseable {

    private static final int IN_FLIGHT = 2;

    private record Sent(Batch batch, Future<JsonNode> answer) {}

    private final ExecutorService threads = Executors.newFixedThreadPool(
            IN_FLIGHT, Thread.ofPlatform().daemon().name("send-", 1).factory());

    private final ServerConnection server;
    private final String repository;
    private final @Nullable String commit;
    private final BiConsumer<Batch, JsonNode> answered;
    private final Deque<Sent> inFlight = new ArrayDeque<>();
    private int count;

    Sender(ServerConnection server, String repository, @Nullable String commit, BiConsumer<Batch, JsonNode> answered) {
        this.server = server;
        this.repository = repository;
        this.commit = commit;
        this.answered = answered;
    }

    void send(Batch batch, boolean buildGraph) {
        while (inFlight.size() >= IN_FLIGHT) {
            take(inFlight.remove());
        }
        count++;
        inFlight.add(new Sent(
                batch,
                threads.submit(() -> server.work(Routes.CODE_INDEX, batch.request(repository, commit, buildGraph)))));
    }

    /** How many batches were sent. */
    int count() {
        return count;
    }

    /** Waits until all is answered. */
    void finish() {
        while (!inFlight.isEmpty()) {
            take(inFlight.remove());
        }
    }

    private void take(Sent sent) {
        try {
            answered.accept(sent.batch(), sent.answer().get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CommandFailure failure) {
                throw new CommandFailure(failure.exitCode(), failure.sentences(), e);
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "The command was interrupted; the server goes on.", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
