package io.mnemolite.server.web.asset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** One file as browsers get it, under a name with a hash of its content: what is once loaded never needs to be asked for again. */
final class Asset {

    private static final int HASH_BYTES = 6;

    private final String name;
    private final String hashedName;
    private final byte[] content;
    private byte @Nullable [] compressed;

    Asset(String name, byte[] content) {
        this.name = name;
        this.content = content;
        int dot = name.lastIndexOf('.');
        this.hashedName = name.substring(0, dot) + "-" + hash(content) + name.substring(dot);
    }

    String name() {
        return name;
    }

    /** Such as {@code ui-0f3c2ab94411.css}. */
    String hashedName() {
        return hashedName;
    }

    byte[] content() {
        return content;
    }

    /** The content in gzip's format, compressed when first asked for. */
    synchronized byte[] compressed() {
        byte[] result = compressed;
        if (result == null) {
            result = gzip(content);
            compressed = result;
        }
        return result;
    }

    String mediaType() {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript;charset=utf-8";
            case "css" -> "text/css;charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            default -> "application/octet-stream";
        };
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 3 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
