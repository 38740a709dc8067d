package io.mnemolite.core.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a text in UTF-8.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Sha256(String hex) {

    public Sha256 {
        if (hex.length() != 64) {
            throw new IllegalArgumentException("A SHA-256 has 64 hexadecimal digits, not " + hex.length());
        }
    }

    public static Sha256 of(String text) {
        return of(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** @param bytes the 32 bytes of the hash */
    public static Sha256 of(byte[] bytes) {
        return new Sha256(HexFormat.of().formatHex(bytes));
    }

    public byte[] toBytes() {
        return HexFormat.of().parseHex(hex);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
