package io.mnemolite.server.rest;

import io.mnemolite.core.event.IdempotencyKey;
import io.mnemolite.server.request.ValidationException;
import io.mnemolite.server.request.Violation;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Idempotency-Key} of a creating request. */
final class IdempotencyKeys {

    static final String HEADER = "Idempotency-Key";

    private static final int MAX_LENGTH = 200;

    private IdempotencyKeys() {}

    /** @param route what the key is known on; null when the request has none */
    static @Nullable IdempotencyKey of(@Nullable String key, String route, byte[] body) {
        if (key == null) {
            return null;
        }
        if (key.isBlank() || key.length() > MAX_LENGTH) {
            throw new ValidationException(Violation.of(
                    "value_error",
                    List.of("header", HEADER),
                    "An Idempotency-Key has 1 to " + MAX_LENGTH + " characters, not " + key.length() + ".",
                    EventRequests.shortened(key)));
        }
        return new IdempotencyKey(key, route, sha256(body));
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
