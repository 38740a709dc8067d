package io.mnemolite.server.front;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Tells the account of a request which resource method answers it, as route template. */
public class RouteTemplates {

    /** What runs on the event loop must come before what does not. */
    static final int FIRST = 1_000;

    private final RoutingContext context;

    @Inject
    public RouteTemplates(RoutingContext context) {
        this.context = context;
    }

    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    /** On the event loop, so that what is refused there has its name as well. */
    @ServerRequestFilter(nonBlocking = true, priority = FIRST)
    public void name(SimpleResourceInfo resource) {
        String key = resource.getResourceClass().getName() + "#" + resource.getMethodName()
                + Arrays.toString(resource.parameterTypes());
        String template = KNOWN.computeIfAbsent(key, ignored -> template(resource));
        FrontDoor.endpoint(context, template);
    }

    private static String template(SimpleResourceInfo resource) {
        Class<?> type = resource.getResourceClass();
        try {
            return RouteTemplate.of(type, type.getMethod(resource.getMethodName(), resource.parameterTypes()))
                    .text();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("A resource method is public", e);
        }
    }
}
