package io.mnemolite.server.web.access;

import io.mnemolite.server.front.BrowserSession;
import io.mnemolite.server.front.UiPaths;
import io.mnemolite.server.web.layout.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Exchanges the API key for the browser's cookie, and takes the cookie back. */
@Path("/ui")
@RunOnVirtualThread
public class LoginResource {

    private static final Duration LIFETIME = Duration.ofDays(30);

    private final Pages pages;
    private final BrowserSession session;
    private final RoutingContext context;

    @Inject
    public LoginResource(Pages pages, BrowserSession session, RoutingContext context) {
        this.pages = pages;
        this.session = session;
        this.context = context;
    }

    @GET
    @Path("/login")
    public Response ask(@QueryParam("next") @Nullable String next) {
        if (!session.isRequired()) {
            return Response.seeOther(local(next)).build();
        }
        return pages.page(
                null, "Sign in", shell -> new LoginPage(shell, local(next).toString(), false));
    }

    @POST
    @Path("/login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response exchange(@FormParam("key") @Nullable String key, @FormParam("next") @Nullable String next) {
        Optional<String> token = session.exchange(key == null ? "" : key.strip());
        if (token.isEmpty()) {
            Response again = pages.page(
                    null, "Sign in", shell -> new LoginPage(shell, local(next).toString(), true));
            return Response.fromResponse(again).status(403).build();
        }
        return Response.seeOther(local(next))
                .cookie(cookie(token.get(), LIFETIME))
                .build();
    }

    @POST
    @Path("/logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response leave() {
        return Response.seeOther(URI.create(UiPaths.LOGIN))
                .cookie(cookie("", Duration.ZERO))
                .build();
    }

    private NewCookie cookie(String value, Duration lifetime) {
        return new NewCookie.Builder(BrowserSession.COOKIE)
                .value(value)
                .path("/")
                .maxAge((int) lifetime.toSeconds())
                .httpOnly(true)
                .secure(isEncrypted())
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    /** Whether the browser speaks TLS, with us or with a proxy that says so; who makes it up keeps its own cookie back. */
    private boolean isEncrypted() {
        return context.request().isSSL()
                || "https".equalsIgnoreCase(context.request().getHeader("X-Forwarded-Proto"));
    }

    /** Where to go next on this server; never an address elsewhere, which a link to the login page may carry. */
    private static URI local(@Nullable String next) {
        boolean isLocal = next != null
                && next.startsWith("/")
                && !next.startsWith("//")
                && next.chars().allMatch(character -> character > ' ' && character < 127 && character != '\\');
        try {
            return isLocal ? URI.create(next) : URI.create(UiPaths.HOME);
        } catch (IllegalArgumentException e) {
            return URI.create(UiPaths.HOME);
        }
    }
}
