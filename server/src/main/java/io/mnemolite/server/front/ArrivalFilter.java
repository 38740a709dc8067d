package io.mnemolite.server.front;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Counts requests of {@link Admitted} resources on the event loop and refuses there what is too much. When the processor is
 * what lacks, a refusal by a thread would come after all the threads before it.
 */
public class ArrivalFilter {

    private static final String ARRIVAL = "mnemolite.arrival";
    private static final int AFTER_ITS_NAME = RouteTemplates.FIRST + 1;

    private final Admission admission;
    private final RoutingContext context;

    @Inject
    public ArrivalFilter(Admission admission, RoutingContext context) {
        this.admission = admission;
        this.context = context;
    }

    @ServerRequestFilter(nonBlocking = true, priority = AFTER_ITS_NAME)
    public void arrive(SimpleResourceInfo resource) {
        if (!resource.getResourceClass().isAnnotationPresent(Admitted.class)) {
            return;
        }
        try {
            Arrival arrival = admission.arrive();
            context.put(ARRIVAL, arrival);
            context.addEndHandler(end -> arrival.answered());
        } catch (RuntimeException e) {
            letBodyPass(context.request());
            throw e;
        }
    }

    /** In the request's own thread, before it reads the body. */
    @ServerRequestFilter
    public void read() {
        Arrival arrival = context.get(ARRIVAL);
        if (arrival != null && !context.request().method().equals(HttpMethod.GET)) {
            arrival.reading();
        }
    }

    /** Nobody reads it, and the next request comes behind it over the same connection. */
    private static void letBodyPass(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.resume();
        }
    }

    /** That of this request, claimed; a new one when the caller has gone in between. */
    static Arrival claimed(RoutingContext context, Admission admission) {
        Arrival arrival = context.get(ARRIVAL);
        if (arrival == null || !arrival.claim()) {
            arrival = admission.arrive();
            arrival.claim();
        }
        return arrival;
    }
}
