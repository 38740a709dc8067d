package io.mnemolite.benchmarks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.benchmarks.harness.Api;
import io.mnemolite.benchmarks.harness.ClosedLoop;
import io.mnemolite.benchmarks.harness.Folder;
import io.mnemolite.benchmarks.harness.RawRequest;
import io.mnemolite.benchmarks.harness.Server;
import io.mnemolite.benchmarks.harness.Settings;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/** The events that an index holds before it is measured. */
final class Corpus {

    /** Seconds without work that are a rest; the index looks every ten seconds whether there is something to merge. */
    private static final int REST = 22;

    private static final int LONGEST_SETTLING = 300;

    private static final int BATCH = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Texts texts;
    private int made;

    Corpus(long seed) {
        this.texts = new Texts(seed);
    }

    /** The body of {@code POST /v1/events/}. */
    ObjectNode event(String text) {
        ObjectNode event = Api.JSON.createObjectNode();
        event.putObject("content").put("text", text);
        event.putObject("metadata")
                .put("project", "project-" + made % 20)
                .put("type", made % 3 == 0 ? "decision" : "note")
                .put("number", made);
        made++;
        return event;
    }

    ObjectNode event() {
        return event(texts.sentence() + " " + texts.sentence());
    }

    static String batch(int size, Supplier<ObjectNode> next) {
        ObjectNode body = Api.JSON.createObjectNode();
        ArrayNode events = body.putArray("events");
        for (int i = 0; i < size; i++) {
            events.add(next.get());
        }
        return body.toString();
    }

    /** Stores so many events, rounded up to whole batches. */
    static ClosedLoop.Outcome load(Server server, int count, Supplier<ObjectNode> next) {
        Supplier<ByteBuffer> batches =
                () -> RawRequest.post("/v1/events/batch?include_embedding=false", batch(BATCH, next));
        ClosedLoop.Outcome outcome = ClosedLoop.run(server.port(), 4, PATIENCE, (count + BATCH - 1) / BATCH, batches);
        settle(server);
        return outcome;
    }

    /**
     * Waits until the server has rested for some time, so that merging what was loaded is not part of a measurement: it
     * merges all into one segment after ten seconds without a change.
     */
    static void settle(Server server) {
        int quiet = 0;
        for (int second = 0; second < LONGEST_SETTLING && quiet < REST; second++) {
            Duration before = server.processorTime();
            pause(Duration.ofSeconds(1));
            quiet = server.processorTime().minus(before).toMillis() < 100 ? quiet + 1 : 0;
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A folder that does not exist yet; what a former run left is removed. */
    static Path emptyHome(Settings settings, String name) {
        Path home = settings.work().resolve(name);
        Folder.delete(home);
        return home;
    }
}
