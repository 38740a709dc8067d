package io.mnemolite.server.front;

import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.EventRepresentation.Variant;
import io.mnemolite.core.event.RenderedEvent;
import io.mnemolite.core.event.RenderedEvents;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code GET /v1/events/{id}} on the event loop when the cache holds the answer: no other thread, no SQL, no JSON.
 * Everything else, a miss as well as any parameter, is left to the resource, which owns the route.
 */
public final class CachedEventRoute {

    private static final String PREFIX = "/v1/events/";
    private static final int PATH_LENGTH = PREFIX.length() + 36;

    private final RenderedEvents events;

    public CachedEventRoute(RenderedEvents events) {
        this.events = events;
    }

    /** Whether it answered. */
    boolean answer(RoutingContext context, String path) {
        if (path.length() != PATH_LENGTH
                || !path.startsWith(PREFIX)
                || context.request().query() != null) {
            return false;
        }
        EventId id = eventId(path);
        RenderedEvent event = id == null ? null : events.peek(id, Variant.WITH_EMBEDDING);
        if (event == null) {
            return false;
        }
        FrontDoor.endpoint(context, "/v1/events/{event_id}");
        HttpServerResponse response = context.response().putHeader("ETag", event.tag());
        String ifNoneMatch = context.request().getHeader("If-None-Match");
        if (ifNoneMatch != null && EntityTags.matches(ifNoneMatch, event.tag())) {
            response.setStatusCode(304).end();
            return true;
        }
        response.putHeader("Content-Type", "application/json").end(Buffer.buffer(event.body()));
        return true;
    }

    /** The id in the path, or null when it is not one in the canonical form. */
    private static @Nullable EventId eventId(String path) {
        long high = hex(path, PREFIX.length(), 8, 4, 4);
        long low = hex(path, PREFIX.length() + 19, 4, 12, 0);
        return high == BAD || low == BAD || path.charAt(PREFIX.length() + 18) != '-'
                ? null
                : new EventId(new UUID(high, low));
    }

    /** All ones is no id this server gives: the version bits of RFC 9562 exclude it in either half of a stored id. */
    private static final long BAD = -1;

    private static long hex(String text, int start, int first, int second, int third) {
        long value = 0;
        int at = start;
        for (int group : new int[] {first, second, third}) {
            if (group == 0) {
                break;
            }
            if (at > start && text.charAt(at++) != '-') {
                return BAD;
            }
            for (int end = at + group; at < end; at++) {
                int digit = Character.digit(text.charAt(at), 16);
                if (digit < 0 || text.charAt(at) > 'f') {
                    return BAD;
                }
                value = (value << 4) | digit;
            }
        }
        return value;
    }
}
