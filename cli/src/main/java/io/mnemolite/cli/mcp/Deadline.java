package io.mnemolite.cli.mcp;

import java.time.Duration;

/** A moment until which something is waited for. */
record Deadline(long nanoTime) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean isOver() {
        return left().isZero();
    }

    /** Never negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    /** Waits for the time given, at most to the end. */
    void pause(Duration time) throws InterruptedException {
        Thread.sleep(left().compareTo(time) < 0 ? left() : time);
    }
}
