package io.mnemolite.server.front;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What a browser bears instead of the API key: a cookie that only the key can make, and that does not give the key away. It
 * outlives restarts of the server and ends with the key.
 */
public final class BrowserSession {

    /** The name of the cookie. */
    public static final String COOKIE = "mnemolite_session";

    private static final String PURPOSE = "mnemolite browser session 1";

    private final byte @Nullable [] key;
    private final @Nullable String token;

    public BrowserSession(Optional<String> apiKey) {
        this.key = apiKey.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(null);
        this.token = key == null ? null : token(key);
    }

    /** Whether this server has a key at all. */
    public boolean isRequired() {
        return key != null;
    }

    /** The cookie's value in exchange for the key; empty when it is another one. */
    public Optional<String> exchange(String givenKey) {
        return key != null && MessageDigest.isEqual(givenKey.getBytes(StandardCharsets.UTF_8), key)
                ? Optional.ofNullable(token)
                : Optional.empty();
    }

    boolean accepts(@Nullable String cookieValue) {
        return token != null
                && cookieValue != null
                && MessageDigest.isEqual(
                        cookieValue.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static String token(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
