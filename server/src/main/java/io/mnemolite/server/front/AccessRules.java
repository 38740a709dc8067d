package io.mnemolite.server.front;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides from a request's line and headers alone whether it may come in. */
final class AccessRules {

    private static final Set<String> WITHOUT_HOST_CHECK = Set.of("/health", "/liveness", "/readiness", "/metrics");
    private static final Set<String> WITHOUT_KEY = Set.of("/health", "/liveness", "/readiness", UiPaths.LOGIN);
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String BEARER = "Bearer ";

    /** Why a request is refused. */
    record Refusal(int status, String sentence) {}

    private final FrontDoorSettings settings;
    private final BrowserSession session;
    private final byte @Nullable [] key;

    AccessRules(FrontDoorSettings settings, BrowserSession session) {
        this.settings = settings;
        this.session = session;
        this.key = settings.apiKey()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .orElse(null);
    }

    /** The refusal, or null when the request may come in. */
    @Nullable
    Refusal check(HttpServerRequest request, String path) {
        String host = request.getHeader("Host");
        if (!WITHOUT_HOST_CHECK.contains(path) && !isAllowed(host)) {
            return new Refusal(
                    403,
                    "The Host header is '" + host
                            + "', which this server does not answer to; use 127.0.0.1 or localhost, or add the name to"
                            + " MNEMOLITE_ALLOWED_HOSTS.");
        }
        String origin = request.getHeader("Origin");
        // Streams for agents are opened by GET, and a page must not listen to them either.
        boolean isGuarded = !reads(request.method()) || McpPaths.covers(path);
        if (origin != null && isGuarded && !isSameOrigin(origin, host)) {
            return new Refusal(
                    403,
                    "The Origin header is '" + origin
                            + "', and pages of other origins may not write here; add its host to MNEMOLITE_ALLOWED_HOSTS"
                            + " if you trust it.");
        }
        if (key == null || isOpen(path) || bearsKey(request.getHeader("Authorization"), key)) {
            return null;
        }
        if (!bearsSession(request)) {
            return new Refusal(
                    401, "This server needs its API key: send the header 'Authorization: Bearer <MNEMOLITE_API_KEY>'.");
        }
        if (!reads(request.method()) && origin == null) {
            // Browsers name the origin of every write; a cookie without it is somebody else's doing.
            return new Refusal(
                    403,
                    "A write that bears the browser's cookie needs its Origin header; send the header"
                            + " 'Authorization: Bearer <MNEMOLITE_API_KEY>' instead of the cookie.");
        }
        return null;
    }

    /** Whether a refused request is a person's, who is better served by the login page. */
    static boolean asksForPage(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        return request.method().equals(HttpMethod.GET)
                && accept != null
                && accept.contains("text/html")
                && request.getHeader("HX-Request") == null;
    }

    private static boolean isOpen(String path) {
        return WITHOUT_KEY.contains(path) || path.startsWith(UiPaths.ASSETS);
    }

    private boolean bearsSession(HttpServerRequest request) {
        Cookie cookie = request.getCookie(BrowserSession.COOKIE);
        return cookie != null && session.accepts(cookie.getValue());
    }

    /** Bytes a body of this path may have; negative when it is streamed and unbounded. */
    long maxBody(String path) {
        if (path.startsWith("/v1/events/import")) {
            return -1;
        }
        return path.startsWith("/v1/code/index") ? settings.maxCodeIndexBodyBytes() : settings.maxBodyBytes();
    }

    private boolean isAllowed(@Nullable String host) {
        return host != null && settings.allowedHosts().contains(withoutPort(host));
    }

    private boolean isSameOrigin(String origin, @Nullable String host) {
        int scheme = origin.indexOf("://");
        if (scheme < 0) {
            return false;
        }
        String authority = origin.substring(scheme + 3).toLowerCase(Locale.ROOT);
        if (host != null && authority.equals(host.toLowerCase(Locale.ROOT))) {
            return true;
        }
        String name = withoutPort(authority);
        return !isLoopback(name) && settings.allowedHosts().contains(name);
    }

    private static boolean isLoopback(String name) {
        return name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]");
    }

    static boolean reads(HttpMethod method) {
        return READS.contains(method);
    }

    private static boolean bearsKey(@Nullable String authorization, byte[] key) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return false;
        }
        byte[] given = authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, key);
    }

    private static String withoutPort(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        if (lower.startsWith("[")) {
            int end = lower.indexOf(']');
            return end < 0 ? lower : lower.substring(0, end + 1);
        }
        int colon = lower.indexOf(':');
        return colon < 0 ? lower : lower.substring(0, colon);
    }
}
