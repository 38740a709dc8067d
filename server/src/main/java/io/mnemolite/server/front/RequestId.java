package io.mnemolite.server.front;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of one request: the caller's {@code X-Request-ID} when it is harmless, else a new one. */
public final class RequestId {

    /** The header that carries it, in and out. */
    public static final String HEADER = "X-Request-ID";

    /** Its key in the logging context. */
    public static final String LOG_KEY = "request_id";

    private static final String ATTRIBUTE = "mnemolite.request-id";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    public static String of(RoutingContext context) {
        String id = context.get(ATTRIBUTE);
        return id == null ? "none" : id;
    }

    static String assign(RoutingContext context) {
        String id = chosen(context.request().getHeader(HEADER));
        context.put(ATTRIBUTE, id);
        return id;
    }

    private static String chosen(@Nullable String given) {
        return given != null && HARMLESS.matcher(given).matches()
                ? given
                : Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
    }
}
