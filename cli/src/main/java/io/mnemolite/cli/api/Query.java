package io.mnemolite.cli.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A route with its query.
 *
 * @param route encoded already
 */
public record Query(String route) {

    /** The same with one parameter more; null adds none. */
    public Query with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        String separator = route.indexOf('?') < 0 ? "?" : "&";
        return new Query(route + separator + name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }

    /** A name as part of a path; its slashes stay slashes. */
    static String path(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
