package io.mnemolite.server.web.layout;

import io.mnemolite.server.front.Problems;
import io.mnemolite.server.front.RequestId;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers people who follow an address below {@code /ui} that no page has; programs get the API's 404. */
public class MissingPages {

    private final Pages pages;
    private final RoutingContext context;

    @Inject
    public MissingPages(Pages pages, RoutingContext context) {
        this.pages = pages;
        this.context = context;
    }

    @ServerExceptionMapper
    public Response missing(NotFoundException e) {
        String accept = context.request().getHeader("Accept");
        if (context.normalizedPath().startsWith("/ui/") && accept != null && accept.contains(MediaType.TEXT_HTML)) {
            return pages.missing();
        }
        return Response.status(404)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Problems.body("Not Found", 404, RequestId.of(context)))
                .build();
    }
}
