package io.mnemolite.e2e;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What the server has acknowledged, and what else it answered. */
final class CrashLedger {

    private final Map<String, Expected> events = new ConcurrentHashMap<>();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final AtomicInteger acknowledgements = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();

    /**
     * The state of one event after its last acknowledged write.
     *
     * @param patched the value of its metadata's {@code patched}
     */
    record Expected(String id, int patched, boolean deleted) {}

    /** @param word the one word of the event that no other event has */
    void acknowledged(String word, Expected state) {
        events.put(word, state);
        acknowledgements.incrementAndGet();
    }

    /** An answer that is neither a success nor a 503. */
    void unexpected(String answer) {
        unexpected.add(answer);
    }

    void refused() {
        refusals.incrementAndGet();
    }

    Map<String, Expected> events() {
        return events;
    }

    Queue<String> unexpected() {
        return unexpected;
    }

    int acknowledgements() {
        return acknowledgements.get();
    }

    /** How often a write was answered 503. */
    int refusals() {
        return refusals.get();
    }
}
