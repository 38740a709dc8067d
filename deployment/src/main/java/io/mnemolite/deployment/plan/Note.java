package io.mnemolite.deployment.plan;

import io.mnemolite.deployment.plan.Entry.State;
import java.time.Instant;
import java.util.Locale;

/**
 * One line of the journal about work that leaves what should serve as it is, so nothing is finished or undone after it.
 *
 * @param id of the work; unique within the journal, and the same in its lines
 * @param release the version it is about
 * @param detail its outcome as a sentence; empty at its begin
 */
public record Note(Instant at, String id, Kind kind, String release, State state, String detail) {

    /** What work it is. */
    public enum Kind {
        /** A release is tried on a copy of the data. */
        TEST,
        /** A release is measured on a copy of the data. */
        BENCHMARK,
        /** What should serve is started, such as after the machine was off. */
        START;

        /** As the journal has it, where deployments have their mode. */
        public String lowerName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
