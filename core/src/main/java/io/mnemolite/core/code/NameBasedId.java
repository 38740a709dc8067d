package io.mnemolite.core.code;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * Identities that are hashes of names: the same names give the same id wherever and whenever they are given. A UUID of version
 * 8 (RFC 9562) with the first bits of a SHA-256.
 */
public final class NameBasedId {

    private NameBasedId() {}

    /** @param kind keeps ids of different kinds of things apart */
    public static UUID of(String kind, String... names) {
        MessageDigest digest = Sha256.digest();
        add(kind, digest);
        for (String name : names) {
            add(name, digest);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** With its length, so that no two lists of names are one sequence of bytes. */
    private static void add(String name, MessageDigest digest) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
