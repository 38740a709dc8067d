package io.mnemolite.discovery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a file turned out to hold. */
public sealed interface SourceText {

    /** What is to be said of a file whose bytes are no UTF-8. */
    String NOT_UTF8 =
            "Its bytes are no UTF-8; they were read as UTF-16 where they begin with its mark, else as ISO-8859-1.";

    /**
     * Text.
     *
     * @param isUtf8 false when the bytes are no UTF-8 and were read as UTF-16 or ISO-8859-1
     */
    record Text(String content, boolean isUtf8) implements SourceText {

        /** Lower-case hexadecimal SHA-256 of the content's UTF-8 form: what the server knows a file by. */
        public String hash() {
            try {
                return HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every JDK has SHA-256", e);
            }
        }
    }

    /** No text, or it could not be read. */
    record Unusable(SkipReason reason) implements SourceText {}

    static SourceText read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            return new Unusable(SkipReason.UNREADABLE);
        }
        if (bytes.length > Discovery.MAX_SIZE) {
            return new Unusable(SkipReason.TOO_LARGE);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return text(bytes, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return text(bytes, StandardCharsets.UTF_16BE);
        }
        for (byte value : bytes) {
            if (value == 0) {
                return new Unusable(SkipReason.BINARY);
            }
        }
        try {
            return new Text(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    true);
        } catch (CharacterCodingException e) {
            return text(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static SourceText text(byte[] bytes, Charset charset) {
        String content = new String(bytes, charset);
        return content.indexOf('\0') >= 0
                ? new Unusable(SkipReason.BINARY)
                : new Text(content.startsWith("\uFEFF") ? content.substring(1) : content, false);
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
