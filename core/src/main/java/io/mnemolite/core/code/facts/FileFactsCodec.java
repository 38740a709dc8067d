package io.mnemolite.core.code.facts;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a file as one compressed record: a version byte, the length of what follows when inflated, and a deflated
 * stream of numbers in which each string and type is written once.
 */
public final class FileFactsCodec {

    /** Changes with the format; facts of another version are extracted anew. */
    public static final int VERSION = 2;

    private static final int HEADER = 5;
    private static final int MOST_BYTES = 256 << 20;

    private FileFactsCodec() {}

    /** @throws IllegalArgumentException when an expression or type is nested deeper than {@link FactsWriter#DEEPEST} */
    public static byte[] encode(FileFacts facts) {
        byte[] plain = new FactsWriter().write(facts);
        Deflater deflater = new Deflater(6, true);
        try {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 3 + 64);
            bytes.write(VERSION);
            for (int shift = 24; shift >= 0; shift -= 8) {
                bytes.write(plain.length >>> shift);
            }
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                bytes.write(buffer, 0, deflater.deflate(buffer));
            }
            return bytes.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** @throws MnemoliteException when the bytes are not such a record, or of another version */
    public static FileFacts decode(byte[] bytes) {
        if (bytes.length < HEADER || bytes[0] != VERSION) {
            throw unreadable("they do not begin as version " + VERSION + " does", null);
        }
        int length = 0;
        for (int i = 1; i < HEADER; i++) {
            length = (length << 8) | (bytes[i] & 0xFF);
        }
        // Deflate cannot shrink by more than a factor of 1,032, so a larger claim is a lie.
        if (length < 0 || length > MOST_BYTES || length > 1040L * bytes.length) {
            throw unreadable("they claim to hold " + Integer.toUnsignedString(length) + " bytes", null);
        }
        try {
            return new FactsReader(inflate(bytes, length)).read();
        } catch (DataFormatException | RuntimeException e) {
            throw unreadable("they are damaged", e);
        }
    }

    private static byte[] inflate(byte[] bytes, int length) throws DataFormatException {
        byte[] plain = new byte[length];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, HEADER, bytes.length - HEADER);
            int done = 0;
            while (done < length) {
                int read = inflater.inflate(plain, done, length - done);
                if (read == 0) {
                    throw new DataFormatException("The stream ends early");
                }
                done += read;
            }
            if (inflater.inflate(new byte[1]) != 0 || !inflater.finished() || inflater.getRemaining() != 0) {
                throw new DataFormatException("The stream does not end where it should");
            }
            return plain;
        } finally {
            inflater.end();
        }
    }

    private static MnemoliteException unreadable(String why, @Nullable Exception cause) {
        return new MnemoliteException(
                ErrorCode.UNAVAILABLE,
                "The stored facts of a file cannot be read: " + why + ". Index the repository again.",
                cause);
    }
}
