package io.mnemolite.lucene.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Walks a JSON value with the path to it and collects its terms up to a limit. */
final class TermCollector {

    private static final byte OBJECT = 1;
    private static final byte ARRAY = 2;
    private static final byte STRING = 3;
    private static final byte NUMBER = 4;
    private static final byte TRUE = 5;
    private static final byte FALSE = 6;
    private static final byte NULL = 7;

    private static final byte[] NO_VALUE = {};

    /** No length of a key. */
    private static final byte[] INTO_AN_ARRAY =
            ByteBuffer.allocate(Integer.BYTES).putInt(-1).array();

    private final Set<BytesRef> terms;
    private final int limit;
    private byte[] path = new byte[128];
    private int length;

    TermCollector(Set<BytesRef> terms, int limit) {
        this.terms = terms;
        this.limit = limit;
    }

    /** @param containers whether containers that hold something get a term of their own */
    void member(String key, JsonNode value, boolean containers) {
        int before = length;
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        append(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
        append(name);
        value(value, containers);
        length = before;
    }

    private void value(JsonNode value, boolean containers) {
        if (terms.size() >= limit) {
            return;
        }
        switch (value.getNodeType()) {
            case OBJECT -> {
                if (containers || value.isEmpty()) {
                    add(OBJECT, NO_VALUE);
                }
                value.properties().forEach(member -> member(member.getKey(), member.getValue(), containers));
            }
            case ARRAY -> {
                if (containers || value.isEmpty()) {
                    add(ARRAY, NO_VALUE);
                }
                int before = length;
                append(INTO_AN_ARRAY);
                value.forEach(element -> value(element, containers));
                length = before;
            }
            case STRING -> add(STRING, value.textValue().getBytes(StandardCharsets.UTF_8));
            case NUMBER -> add(NUMBER, number(value));
            case BOOLEAN -> add(value.booleanValue() ? TRUE : FALSE, NO_VALUE);
            case NULL, MISSING, BINARY, POJO -> add(NULL, NO_VALUE);
        }
    }

    /**
     * The nearest double. Equal numbers have the same one however they are written, it never grows with an exponent, and
     * different numbers that share it only let a candidate pass.
     */
    private static byte[] number(JsonNode value) {
        // Adding zero turns -0.0 into 0.0.
        return ByteBuffer.allocate(Double.BYTES)
                .putDouble(value.doubleValue() + 0.0)
                .array();
    }

    private void add(byte kind, byte[] value) {
        int before = length;
        append(new byte[] {kind});
        append(value);
        long[] hash = StringHelper.murmurhash3_x64_128(path, 0, length, 0);
        length = before;
        terms.add(new BytesRef(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(hash[0])
                .putLong(hash[1])
                .array()));
    }

    private void append(byte[] bytes) {
        if (length + bytes.length > path.length) {
            path = Arrays.copyOf(path, Math.max(2 * path.length, length + bytes.length));
        }
        System.arraycopy(bytes, 0, path, length, bytes.length);
        length += bytes.length;
    }
}
