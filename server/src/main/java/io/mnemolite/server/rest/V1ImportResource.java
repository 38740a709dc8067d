package io.mnemolite.server.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.mnemolite.core.event.Events;
import io.mnemolite.core.graph.MemoryGraph;
import io.mnemolite.core.operation.LegacyStore;
import io.mnemolite.server.front.StreamPlaces;
import io.mnemolite.server.request.Fields;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Copies the events and the memory graph of a v1 database: {@code /v1/import/v1}. The v1 tables are only read. */
@Path("/v1/import/v1")
@Tag(name = "maintenance")
@RunOnVirtualThread
public class V1ImportResource {

    private static final int MAX_URL_LENGTH = 2_000;

    private final Events events;
    private final MemoryGraph graph;
    private final LegacyStore.Opener opener;
    private final WireLimits limits;
    private final StreamPlaces places;

    @Inject
    public V1ImportResource(
            Events events, MemoryGraph graph, LegacyStore.Opener opener, WireLimits limits, StreamPlaces places) {
        this.events = events;
        this.graph = graph;
        this.opener = opener;
        this.limits = limits;
        this.places = places;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(TransferResource.JSON_LINES)
    @Operation(
            summary = "Copy a v1 database's events, nodes and edges with their ids; run again, it adds what is missing")
    @RequestBody(ref = "V1Import")
    public Response importAll(byte[] body) {
        Fields fields = Fields.ofBody(body);
        String url = fields.requiredString("url", MAX_URL_LENGTH);
        fields.check();
        // Opened before the status is sent: a database that cannot be read is an error, not a broken stream.
        LegacyStore source = opener.open(url);
        StreamingOutput lines = output -> copy(source, output);
        return Response.ok(lines, TransferResource.JSON_LINES).build();
    }

    private void copy(LegacyStore source, OutputStream output) throws IOException {
        try (source) {
            places.run(() -> {
                V1Import run = new V1Import(source, events, graph, limits.space());
                while (run.next()) {
                    line(output, run::writeProgress);
                }
                line(output, run::writeSummary);
                return true;
            });
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new WebApplicationException(e);
        }
    }

    private static void line(OutputStream output, JsonResponse.Body body) throws IOException {
        output.write(JsonResponse.bytes((JsonGenerator json) -> {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        }));
        output.write('\n');
        output.flush();
    }
}
