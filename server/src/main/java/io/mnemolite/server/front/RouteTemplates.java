package io.mnemolite.server.front;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/** Tells the account of a request which resource method answers it, as route template. */
public class RouteTemplates {

    private final RoutingContext context;

    @Inject
    public RouteTemplates(RoutingContext context) {
        this.context = context;
    }

    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void name(SimpleResourceInfo resource) {
        String key = resource.getResourceClass().getName() + "#" + resource.getMethodName()
                + Arrays.toString(resource.parameterTypes());
        String template = KNOWN.computeIfAbsent(key, ignored -> template(resource));
        FrontDoor.endpoint(context, template);
    }

    private static String template(SimpleResourceInfo resource) {
        Class<?> type = resource.getResourceClass();
        String template = segment(type.getAnnotation(Path.class));
        try {
            template += segment(type.getMethod(resource.getMethodName(), resource.parameterTypes())
                    .getAnnotation(Path.class));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("A resource method is public", e);
        }
        return template.isEmpty() ? "/" : template;
    }

    private static String segment(@Nullable Path path) {
        if (path == null) {
            return "";
        }
        String value =
                path.value().replaceAll("\\{\\s*([\\w-]+)\\s*:[^}]*}", "{$1}").replaceAll("/+$", "");
        return value.isEmpty() || value.startsWith("/") ? value : "/" + value;
    }
}
