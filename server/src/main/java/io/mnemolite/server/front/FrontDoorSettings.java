package io.mnemolite.server.front;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Who may come in, and with how much.
 *
 * @param allowedHosts names a Host or Origin header may carry, without port, lower case
 * @param apiKey what every request must bear, empty when none is needed
 * @param maxBodyBytes for every route but those that stream
 * @param maxCodeIndexBodyBytes for {@code /v1/code/index}
 * @param streamIdleTimeout how long a caller may take nothing of an answer that is streamed
 * @param metrics whether {@code /metrics} exists
 */
public record FrontDoorSettings(
        Set<String> allowedHosts,
        Optional<String> apiKey,
        long maxBodyBytes,
        long maxCodeIndexBodyBytes,
        Duration streamIdleTimeout,
        boolean metrics) {

    public FrontDoorSettings {
        allowedHosts = Set.copyOf(allowedHosts);
    }
}
