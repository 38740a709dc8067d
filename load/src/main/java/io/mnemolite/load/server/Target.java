package io.mnemolite.load.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** The server that a run drives. */
public interface Target extends AutoCloseable {

    Api api();

    /** Whether it was started for the run, on an empty store, and ends with it. */
    boolean isOwn();

    /** The options of its JVM, in words when they are not known. */
    String jvmOptions();

    /** Waits until its indexes have caught up and no vector is awaited, or for so long. */
    default void rest(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (isBusy() && System.nanoTime() < end) {
            try {
                Thread.sleep(Duration.ofMillis(500));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private boolean isBusy() {
        JsonNode index = api().get("/v1/index/status");
        return !index.path("state").asText().equals("ready")
                || api().get("/v1/embedding/status").path("awaiting").asLong() > 0;
    }

    /** Stops it when it is the run's own. */
    @Override
    void close();

    /** One that runs already, and goes on running. */
    static Target given(String url) {
        Api api = new Api(url);
        return new Target() {
            @Override
            public Api api() {
                return api;
            }

            @Override
            public boolean isOwn() {
                return false;
            }

            @Override
            public String jvmOptions() {
                return "not known";
            }

            @Override
            public void close() {
                // It is somebody else's.
            }
        };
    }
}
