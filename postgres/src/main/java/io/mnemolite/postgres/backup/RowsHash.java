package io.mnemolite.postgres.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a table holds as one number: the sum of the SHA-256 of its rows, modulo 2^256. It does not depend on the order of
 * the rows, which PostgreSQL does not promise. Rows are lines of the text that COPY writes, which holds no other line feed.
 */
final class RowsHash {

    private static final int WORDS = 8;
    private static final long MASK = 0xFFFF_FFFFL;

    private final MessageDigest row = sha256();
    private final long[] sum = new long[WORDS];
    private long rows;
    private long bytes;

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes a piece of the text, which may begin and end within a row. */
    void update(byte[] text, int length) {
        bytes += length;
        int begin = 0;
        for (int i = 0; i < length; i++) {
            if (text[i] == '\n') {
                row.update(text, begin, i - begin);
                add(row.digest());
                rows++;
                begin = i + 1;
            }
        }
        row.update(text, begin, length - begin);
    }

    private void add(byte[] digest) {
        long carry = 0;
        for (int word = WORDS - 1; word >= 0; word--) {
            long value = 0;
            for (int i = 0; i < 4; i++) {
                value = (value << 8) | (digest[word * 4 + i] & 0xFF);
            }
            long total = sum[word] + value + carry;
            sum[word] = total & MASK;
            carry = total >>> 32;
        }
    }

    long rows() {
        return rows;
    }

    long bytes() {
        return bytes;
    }

    /** 64 hexadecimal digits. */
    String hex() {
        StringBuilder text = new StringBuilder();
        for (long word : sum) {
            text.append(HexFormat.of().toHexDigits(word, 8));
        }
        return text.toString();
    }
}
