package io.mnemolite.core.operation.history;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a sample now and then in a thread of its own; one that cannot be taken is left out. */
public final class Sampler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sampler.class);

    private final SampleHistory history;
    private final Duration interval;
    private volatile @Nullable Thread thread;
    private volatile boolean closed;

    public Sampler(SampleHistory history) {
        this(history, SampleHistory.INTERVAL);
    }

    Sampler(SampleHistory history, Duration interval) {
        this.history = history;
        this.interval = interval;
    }

    /** Takes the first sample soon and the others after it, until this is closed. To be called once. */
    public void start(Supplier<Sample> source) {
        thread = Thread.ofPlatform().name("sampler").daemon().start(() -> run(source));
    }

    @Override
    public void close() {
        closed = true;
        Thread running = thread;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Supplier<Sample> source) {
        while (!closed) {
            try {
                history.add(source.get());
            } catch (RuntimeException e) {
                LOG.debug("A sample could not be taken", e);
            }
            try {
                Thread.sleep(interval);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
