package io.mnemolite.server.front;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The path of a resource method with the names of its parameters, such as {@code /v1/events/{event_id}}. */
public record RouteTemplate(String text) {

    /** The template of a method of a resource class, both as annotated with {@link Path}. */
    public static RouteTemplate of(Class<?> resource, Method method) {
        String text = segment(resource.getAnnotation(Path.class)) + segment(method.getAnnotation(Path.class));
        return new RouteTemplate(text.isEmpty() ? "/" : text);
    }

    /** What matches the paths that the template stands for, with or without a slash at the end. */
    public Pattern pattern() {
        return Pattern.compile(text.replaceAll("\\{[^}]*}", "[^/]+") + "/?");
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
