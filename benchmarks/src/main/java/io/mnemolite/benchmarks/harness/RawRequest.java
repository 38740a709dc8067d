package io.mnemolite.benchmarks.harness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The bytes of HTTP/1.1 requests. */
public final class RawRequest {

    private RawRequest() {}

    public static ByteBuffer get(String path) {
        return bytes("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    }

    /** @param headers further lines of the head, such as {@code Accept: text/plain} */
    public static ByteBuffer post(String path, String json, String... headers) {
        StringBuilder further = new StringBuilder();
        for (String header : headers) {
            further.append(header).append("\r\n");
        }
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n" + further
                        + "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .flip();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
