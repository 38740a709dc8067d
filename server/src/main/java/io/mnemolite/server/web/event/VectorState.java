package io.mnemolite.server.web.event;

import io.mnemolite.core.event.Event;

/** Whether an event can be found by meaning. */
public enum VectorState {
    PRESENT("has a vector"),
    AWAITED("awaits its vector"),
    ABSENT("has no vector");

    private final String words;

    VectorState(String words) {
        this.words = words;
    }

    static VectorState of(Event event) {
        if (event.vector() != null) {
            return PRESENT;
        }
        return event.awaitsVector() ? AWAITED : ABSENT;
    }

    public String words() {
        return words;
    }

    public boolean isPresent() {
        return this == PRESENT;
    }
}
