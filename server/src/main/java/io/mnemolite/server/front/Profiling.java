package io.mnemolite.server.front;

import io.mnemolite.core.timing.RequestPhases;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether requests are measured phase by phase: for their callers, if so configured, and for a profile while one is made. */
public final class Profiling {

    private static final String PHASES = "mnemolite.phases";

    private final boolean tellsCallers;
    private final AtomicReference<@Nullable RequestProfile> running = new AtomicReference<>();

    /** @param tellsCallers whether answers carry a {@code Server-Timing} header */
    public Profiling(boolean tellsCallers) {
        this.tellsCallers = tellsCallers;
    }

    boolean tellsCallers() {
        return tellsCallers;
    }

    /** What the phases of this request are added to; null when nobody asks. */
    @Nullable
    RequestPhases begin(RoutingContext context) {
        if (!tellsCallers && running.get() == null) {
            return null;
        }
        RequestPhases phases = new RequestPhases();
        context.put(PHASES, phases);
        return phases;
    }

    /** Notes an answered request. */
    void end(RoutingContext context, String endpoint, long nanoseconds) {
        RequestProfile profile = running.get();
        if (profile != null) {
            RequestPhases phases = context.get(PHASES);
            profile.record(endpoint, context.response().getStatusCode(), nanoseconds, phases);
        }
    }

    /**
     * Begins a profile; null when one is being made.
     *
     * @param endpoints which route templates it is about
     */
    public @Nullable RequestProfile start(Predicate<String> endpoints) {
        RequestProfile profile = new RequestProfile(endpoints);
        return running.compareAndSet(null, profile) ? profile : null;
    }

    /** Ends the profile that {@link #start} began. */
    public void stop(RequestProfile profile) {
        running.compareAndSet(profile, null);
    }
}
