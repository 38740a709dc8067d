package io.mnemolite.cli.mcp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a message has waited for a server that is away, and how often its answer was lost. */
final class Trouble {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MOST_LOST = 3;

    private final Duration patience;
    private @Nullable Deadline deadline;
    private int lost;

    Trouble(Duration patience) {
        this.patience = patience;
    }

    /** Until when a server is waited for. */
    Deadline deadline() {
        if (deadline == null) {
            deadline = Deadline.in(patience);
        }
        return deadline;
    }

    /** A server has taken the message up; the next trouble is another one. */
    void isOver() {
        deadline = null;
    }

    /** Counts an answer that did not come. */
    void noteLost() {
        lost++;
    }

    /** Whether it is time to give up. */
    boolean isTooMuch() {
        return lost >= MOST_LOST || deadline().isOver();
    }

    void pause() throws InterruptedException {
        pause(PAUSE);
    }

    void pause(Duration time) throws InterruptedException {
        deadline().pause(time);
    }
}
