package io.mnemolite.server.front;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Answers requests that the router refuses before any route is asked: without a usable Host header or path. */
@ApplicationScoped
public class UnroutableRequests {

    private final RequestAccounts accounts;

    @Inject
    public UnroutableRequests(RequestAccounts accounts) {
        this.accounts = accounts;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
    }

    private void answer(RoutingContext context) {
        int status = context.statusCode();
        if (status < 400 || status >= 500) {
            context.next();
            return;
        }
        long start = System.nanoTime();
        HttpServerRequest request = context.request();
        context.addEndHandler(
                end -> accounts.record("refused", request.method().name(), status, System.nanoTime() - start));
        context.response().putHeader(RequestId.HEADER, RequestId.assign(context));
        Refusals.refuse(context, status, sentence(status, request.path(), request.getHeader("Host")));
    }

    private static String sentence(int status, @Nullable String path, @Nullable String host) {
        if (path == null || !path.startsWith("/")) {
            return "The request's path is '" + (path == null ? "" : path) + "'; send one that begins with '/'.";
        }
        if (McpPaths.covers(path)) {
            return ofAgents(status);
        }
        if (status != 400) {
            return "The request cannot be answered (status " + status + "); correct it and send it again.";
        }
        return host == null
                ? "The request has no Host header; send one, such as 'Host: 127.0.0.1:8001'."
                : "The Host header is '" + host + "', which names no host; send one such as 'Host: 127.0.0.1:8001'.";
    }

    /** What the extension that serves sessions refuses, it refuses without a word. */
    private static String ofAgents(int status) {
        return switch (status) {
            case 400 -> "Send the header 'Accept: application/json, text/event-stream'.";
            case 404 ->
                "The session is not known here: it ended, or the server was started anew. Send initialize without"
                        + " Mcp-Session-Id.";
            case 405 -> "Send POST, or GET and DELETE with the header Mcp-Session-Id.";
            default -> "The request cannot be answered (status " + status + "); correct it and send it again.";
        };
    }
}
