package io.mnemolite.server.rest;

import io.mnemolite.core.event.Event;
import io.mnemolite.core.event.EventId;
import io.mnemolite.core.event.Events;
import io.mnemolite.server.front.StreamPlaces;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whole stores in and out as JSON Lines: {@code /v1/events/export} and {@code /v1/events/import}. */
@Path("/v1/events")
@Tag(name = "events")
@RunOnVirtualThread
public class TransferResource {

    /** One event a line, every line ended by a line feed. */
    public static final String JSON_LINES = "application/x-ndjson";

    private static final int EVENTS_AT_ONCE = 500;

    private final Events events;
    private final WireLimits limits;
    private final StreamPlaces places;

    @Inject
    public TransferResource(Events events, WireLimits limits, StreamPlaces places) {
        this.events = events;
        this.limits = limits;
        this.places = places;
    }

    @GET
    @Path("/export")
    @Produces(JSON_LINES)
    @Operation(summary = "Every event as JSON Lines, with its vector and the vector's model, in the order of ids")
    public Response exportAll() {
        // The first page is read before the status is sent: a store that cannot be read is a 503, not an empty export.
        List<Event> first = events.scan(null, EVENTS_AT_ONCE);
        StreamingOutput lines = output -> write(first, output);
        return Response.ok(lines, JSON_LINES).build();
    }

    private void write(List<Event> first, OutputStream output) throws IOException {
        try {
            places.run(() -> {
                List<Event> page = first;
                while (true) {
                    for (Event event : page) {
                        output.write(JsonResponse.bytes(json -> TransferLine.write(json, event)));
                        output.write('\n');
                    }
                    if (page.size() < EVENTS_AT_ONCE) {
                        return true;
                    }
                    EventId last = page.getLast().id();
                    page = events.scan(last, EVENTS_AT_ONCE);
                }
            });
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new WebApplicationException(e);
        }
    }

    @POST
    @Path("/import")
    @Consumes(MediaType.WILDCARD)
    @Produces(JSON_LINES)
    @Operation(
            summary =
                    "Store exported events with their ids; an equal one is skipped, a different one of the same id reported")
    @RequestBody(ref = "JsonLines")
    public Response importAll(InputStream body) throws Exception {
        EventImport run = new EventImport(events, limits.space());
        byte[] report = places.run(() -> run.read(body));
        return Response.ok(report, JSON_LINES).build();
    }
}
