package io.mnemolite.server.ops;

import io.mnemolite.server.config.Configuration;
import io.mnemolite.server.front.UiPaths;
import io.mnemolite.server.rest.JsonResponse;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What this server is, and its documentation, served from its own files. */
@Path("/")
@Tag(name = "about")
@NonBlocking
public class RootResource {

    private final Configuration configuration;
    private final String version;

    @Inject
    public RootResource(
            Configuration configuration, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.configuration = configuration;
        this.version = version;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML + ";qs=0.5"})
    @Parameter(name = HttpHeaders.ACCEPT, hidden = true)
    @Operation(summary = "Name, version, environment; browsers are sent to the web interface")
    public Response about(@HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        if (accept != null && accept.contains(MediaType.TEXT_HTML)) {
            return Response.seeOther(URI.create(UiPaths.HOME))
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .build();
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", "MnemoLite API");
        body.put("version", version);
        body.put("status", "operational");
        body.put("environment", configuration.profile().name().toLowerCase(Locale.ROOT));
        body.put("docs", "/docs");
        body.put("redoc", "/redoc");
        return JsonResponse.value(200, body);
    }

    @GET
    @Path("/openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response openApi() {
        return Pages.openApi();
    }

    @GET
    @Path("/docs")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response swaggerUi() {
        return Pages.html("swagger-ui.html");
    }

    @GET
    @Path("/redoc")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response redoc() {
        return Pages.html("redoc.html");
    }
}
