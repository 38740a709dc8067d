package io.mnemolite.server.rest;

import io.mnemolite.server.front.RouteTemplate;
import io.quarkus.arc.Arc;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which methods a path answers, for the Allow header of a 405, which the framework leaves out. */
final class AllowedMethods {

    private static final class Known {
        private static final List<Route> ROUTES = routes();
    }

    private record Route(Pattern path, String method) {}

    private AllowedMethods() {}

    static SortedSet<String> of(String path) {
        SortedSet<String> methods = new TreeSet<>();
        for (Route route : Known.ROUTES) {
            if (route.path().matcher(path).matches()) {
                methods.add(route.method());
                if (route.method().equals(HttpMethod.GET)) {
                    methods.add(HttpMethod.HEAD);
                }
            }
        }
        return methods;
    }

    private static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (Bean<?> bean : Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
            Class<?> resource = bean.getBeanClass();
            if (resource.isAnnotationPresent(Path.class)) {
                for (Method method : resource.getMethods()) {
                    for (Annotation annotation : method.getAnnotations()) {
                        HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                        if (verb != null) {
                            routes.add(
                                    new Route(RouteTemplate.of(resource, method).pattern(), verb.value()));
                        }
                    }
                }
            }
        }
        return routes;
    }
}
