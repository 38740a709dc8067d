package io.mnemolite.server.web.layout;

import io.mnemolite.core.error.MnemoliteException;
import io.mnemolite.server.front.BrowserSession;
import io.mnemolite.server.front.Problems;
import io.mnemolite.server.front.RequestId;
import io.mnemolite.server.request.ValidationException;
import io.mnemolite.server.request.Violation;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes answers of templates: whole pages, whose failures are pages too, and fragments, whose failures are the API's. */
@ApplicationScoped
public class Pages {

    private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
    private static final String THEME_COOKIE = "mnemolite_theme";
    private static final Set<String> THEMES = Set.of("dark", "light");

    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    private final RoutingContext context;
    private final BrowserSession session;
    private final String version;

    @Inject
    public Pages(
            RoutingContext context,
            BrowserSession session,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.context = context;
        this.session = session;
        this.version = version;
    }

    /** The page, or one that says what failed. */
    public Response page(Page page, Function<Shell, TemplateInstance> content) {
        return page(page, page.title(), content);
    }

    /** A page with a title of its own; {@code page} is the one that navigation shows as current. */
    public Response page(@Nullable Page page, String title, Function<Shell, TemplateInstance> content) {
        Shell shell = shell(page, title);
        try {
            return html(200, content.apply(shell));
        } catch (MnemoliteException e) {
            int status = Problems.status(e.code());
            return failure(shell, status, headline(status), e.sentence());
        } catch (ValidationException e) {
            return failure(shell, 422, headline(422), sentence(e.violations().getFirst()));
        } catch (RuntimeException e) {
            LOG.error("A page failed unexpectedly", e);
            return failure(
                    shell,
                    500,
                    headline(500),
                    "An unexpected failure; the server's log has its cause under this request's id.");
        }
    }

    /** A part of a page; a failure is left to the API's answers, whose sentence the browser shows in its place. */
    public Response fragment(TemplateInstance content) {
        return html(200, content);
    }

    /** The part is as the browser has it. */
    public Response unchanged() {
        return Response.noContent().build();
    }

    /** The page for an address that no page has. */
    Response missing() {
        return failure(shell(null, headline(404)), 404, headline(404), "There is no page at this address.");
    }

    /** An answer of a template with a status of its own. */
    public Response html(int status, TemplateInstance content) {
        Response.ResponseBuilder answer =
                Response.status(status).type("text/html;charset=utf-8").entity(content.render());
        return answer.header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, "Cookie, HX-Request")
                .build();
    }

    private Response failure(Shell shell, int status, String headline, String sentence) {
        return html(status, new FailurePage(shell.titled(headline), status, headline, sentence, RequestId.of(context)));
    }

    private Shell shell(@Nullable Page page, String title) {
        Cookie theme = context.request().getCookie(THEME_COOKIE);
        String chosen = theme != null && THEMES.contains(theme.getValue()) ? theme.getValue() : null;
        return new Shell(page, title, chosen, session.isRequired(), version);
    }

    private static String sentence(Violation violation) {
        return "'" + violation.loc().getLast() + "': " + violation.msg() + ".";
    }

    private static String headline(int status) {
        return switch (status) {
            case 404 -> "Not found";
            case 400, 422 -> "This address has a value that cannot be used";
            case 503 -> "Not available at the moment";
            default -> "Something went wrong";
        };
    }
}
