package io.mnemolite.cache;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Now and then gives up the processor or spins for a moment, and rarely for so long that others complete a write in the
 * meantime, so that threads meet in unlikely places.
 */
final class Disturbance {

    private final AtomicLong state;

    Disturbance(long seed) {
        this.state = new AtomicLong(seed);
    }

    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on the scheduler: it is provoked
    void disturb() {
        long random = state.addAndGet(0x9E3779B97F4A7C15L);
        random = (random ^ (random >>> 30)) * 0xBF58476D1CE4E5B9L;
        random = (random ^ (random >>> 27)) * 0x94D049BB133111EBL;
        random ^= random >>> 31;
        switch ((int) (random & 15)) {
            case 0, 1 -> Thread.yield();
            case 2 -> spin((random >>> 8) & 0x3FF);
            case 3 -> spin(((random >>> 8) & 7) == 0 ? 5_000 : 0);
            default -> {}
        }
    }

    private static void spin(long times) {
        for (long i = 0; i < times; i++) {
            Thread.onSpinWait();
        }
    }
}
