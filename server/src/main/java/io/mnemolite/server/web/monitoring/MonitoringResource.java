package io.mnemolite.server.web.monitoring;

import io.mnemolite.server.request.QueryParameters;
import io.mnemolite.server.web.layout.Page;
import io.mnemolite.server.web.layout.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;

/**
 * {@code /ui/monitoring}. Not admitted: an operator wants to see why everything else is refused. What it asks the database has
 * short deadlines, and is asked once however many look.
 */
@Path("/ui/monitoring")
@RunOnVirtualThread
public class MonitoringResource {

    private final Pages pages;
    private final Readings readings;

    @Inject
    MonitoringResource(Pages pages, Readings readings) {
        this.pages = pages;
        this.readings = readings;
    }

    @GET
    public Response show(@Context UriInfo uri) {
        return pages.page(Page.MONITORING, shell -> {
            QueryParameters query = new QueryParameters(uri);
            UUID open = query.uuid("event");
            Selection selection = Selection.of(query);
            query.check();
            return new MonitoringPage(shell, readings.read(selection, false), open == null ? "" : open.toString());
        });
    }

    /** The figures again; with {@code fresh}, none of them is some seconds old. */
    @GET
    @Path("/figures")
    public Response renew(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri);
        Selection selection = Selection.of(query);
        boolean isFresh = query.bool("fresh", false);
        query.check();
        return pages.fragment(new MonitoringPart(readings.read(selection, isFresh)));
    }
}
