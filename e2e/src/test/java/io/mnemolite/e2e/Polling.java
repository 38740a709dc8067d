package io.mnemolite.e2e;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for another process, which has no other way to tell. */
public final class Polling {

    private Polling() {}

    static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Returns as soon as {@code condition} holds, fails when it never does. */
    public static void until(String what, Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + patience + ": " + what);
            }
            pause();
        }
    }
}
