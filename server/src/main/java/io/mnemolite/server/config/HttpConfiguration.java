package io.mnemolite.server.config;

import io.mnemolite.server.config.option.Defaults;
import io.mnemolite.server.config.option.Masking;
import io.mnemolite.server.config.option.Option;
import io.mnemolite.server.config.option.OptionGroup;
import io.mnemolite.server.config.option.Secret;
import io.mnemolite.server.config.option.Settings;
import io.mnemolite.server.config.option.ValueType;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the server is reached, and how much it takes on.
 *
 * @param host the address it binds, an IPv6 one without brackets
 * @param port the port it binds; 0: any free one
 * @param maxConcurrentRequests requests that execute at a time
 * @param queueFactor requests that may wait, as a multiple of those that may execute
 * @param requestTimeout the deadline of a request
 * @param streamIdleTimeout how long a caller may keep a body or an export waiting
 * @param maxBodyBytes the largest body of a request
 * @param maxCodeIndexBodyBytes the largest body of a request that indexes code
 * @param apiKey what a caller must present; null: nothing
 * @param allowUnauthenticated whether a server without key may be reached from other machines
 * @param allowedHosts further names a request may use in its Host header, in lower case
 */
public record HttpConfiguration(
        String host,
        int port,
        int maxConcurrentRequests,
        int queueFactor,
        Duration requestTimeout,
        Duration streamIdleTimeout,
        long maxBodyBytes,
        long maxCodeIndexBodyBytes,
        @Nullable Secret apiKey,
        boolean allowUnauthenticated,
        List<String> allowedHosts) {

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._-]+|\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.%a-z]*]?");

    private static final Option<String> HOST = Option.of(
                    "http.host",
                    ValueType.of(
                            "ADDRESS",
                            "an IP address or a host name without scheme and port",
                            text -> Optional.of(text)
                                    .filter(host -> ADDRESS.matcher(host).matches())),
                    Defaults.everywhere("127.0.0.1"),
                    "The address to bind; one that other machines can reach needs http.api-key.")
            .shortName("host");
    private static final Option<Integer> PORT = Option.of(
                    "http.port",
                    ValueType.integer(0, 65_535),
                    Defaults.everywhere("8001"),
                    "The port to bind; 0 takes any free one.")
            .shortName("port")
            .environment("API_PORT");
    private static final Option<Integer> MAX_CONCURRENT_REQUESTS = Option.of(
            "http.max-concurrent-requests",
            ValueType.integer(1, 10_000),
            new Defaults("100", "20", "20"),
            "Requests that execute at a time.");
    private static final Option<Integer> QUEUE_FACTOR = Option.of(
            "http.queue-factor",
            ValueType.integer(0, 100),
            Defaults.everywhere("4"),
            "Requests that may wait, as a multiple of those that may execute; beyond that the answer is 503.");
    private static final Option<Duration> REQUEST_TIMEOUT = Option.of(
            "http.request-timeout",
            ValueType.duration("s", "10ms", "1h"),
            new Defaults("30s", "60s", "60s"),
            "The deadline of a request, its waiting included.");
    private static final Option<Duration> STREAM_IDLE_TIMEOUT = Option.of(
            "http.stream-idle-timeout",
            ValueType.duration("s", "10ms", "1h"),
            Defaults.everywhere("30s"),
            "How long a caller may send nothing of the body it announced, or take nothing of an export, before the"
                    + " connection is closed.");
    private static final Option<Long> MAX_BODY = Option.of(
            "http.max-body",
            ValueType.bytes("1KiB", "1GiB"),
            Defaults.everywhere("16MiB"),
            "The largest body of a request.");
    private static final Option<Long> MAX_CODE_INDEX_BODY = Option.of(
            "http.max-code-index-body",
            ValueType.bytes("1KiB", "1GiB"),
            Defaults.everywhere("64MiB"),
            "The largest body of a request that indexes code.");
    private static final Option<Secret> API_KEY = Option.of(
                    "http.api-key",
                    ValueType.secret(),
                    Defaults.none(),
                    "The key that a caller must present as Authorization: Bearer; without one everybody is let in.")
            .environment("MNEMOLITE_API_KEY")
            .masked(Masking.WHOLE);
    private static final Option<Boolean> ALLOW_UNAUTHENTICATED = Option.of(
                    "http.allow-unauthenticated",
                    ValueType.bool(),
                    Defaults.everywhere("false"),
                    "Whether a server without key may bind an address that other machines can reach.")
            .environment("MNEMOLITE_ALLOW_UNAUTHENTICATED");
    private static final Option<List<String>> ALLOWED_HOSTS = Option.of(
                    "http.allowed-hosts",
                    ValueType.list(),
                    Defaults.everywhere(""),
                    "Further names that a request may use in its Host header, beside loopback and http.host.")
            .environment("MNEMOLITE_ALLOWED_HOSTS");

    static final OptionGroup OPTIONS = new OptionGroup(
            "HTTP",
            List.of(
                    HOST,
                    PORT,
                    MAX_CONCURRENT_REQUESTS,
                    QUEUE_FACTOR,
                    REQUEST_TIMEOUT,
                    STREAM_IDLE_TIMEOUT,
                    MAX_BODY,
                    MAX_CODE_INDEX_BODY,
                    API_KEY,
                    ALLOW_UNAUTHENTICATED,
                    ALLOWED_HOSTS));

    public HttpConfiguration {
        host = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        allowedHosts = allowedHosts.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** Whether only this machine can reach the server. A name other than localhost counts as reachable by others. */
    public boolean isLoopback() {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    /** How many requests may wait while {@link #maxConcurrentRequests} execute. */
    public int maxWaitingRequests() {
        return maxConcurrentRequests * queueFactor;
    }

    static HttpConfiguration read(Settings settings) {
        HttpConfiguration http = new HttpConfiguration(
                settings.get(HOST),
                settings.get(PORT),
                settings.get(MAX_CONCURRENT_REQUESTS),
                settings.get(QUEUE_FACTOR),
                settings.get(REQUEST_TIMEOUT),
                settings.get(STREAM_IDLE_TIMEOUT),
                settings.get(MAX_BODY),
                settings.get(MAX_CODE_INDEX_BODY),
                settings.find(API_KEY).orElse(null),
                settings.get(ALLOW_UNAUTHENTICATED),
                settings.get(ALLOWED_HOSTS));
        if (!http.isLoopback() && http.apiKey() == null && !http.allowUnauthenticated()) {
            settings.refuse(
                    HOST,
                    "other machines can reach that address and no API key is set. Set MNEMOLITE_API_KEY, bind"
                            + " 127.0.0.1, or set MNEMOLITE_ALLOW_UNAUTHENTICATED=true if something in front of the"
                            + " server authenticates.");
        }
        return http;
    }
}
