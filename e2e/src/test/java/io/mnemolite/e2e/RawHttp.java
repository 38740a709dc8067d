package io.mnemolite.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests as bytes on a socket, for what no well-behaved client sends. */
public final class RawHttp {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)");
    private static final int PATIENCE_MILLIS = 20_000;

    private final URI server;

    public RawHttp(Http http) {
        this.server = http.uri("/");
    }

    /** Lines joined as a head, {@code body} after it; the answer up to the end of the connection. */
    public String exchange(String body, String... head) {
        return exchange(
                (String.join("\r\n", head) + "\r\nConnection: close\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
    }

    /** The answer, which may come before the request has been taken to its end. */
    String exchange(byte[] request) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                OutputStream output = socket.getOutputStream();
                output.write(request);
                output.flush();
            } catch (IOException refusedEarly) {
                // The answer says why.
            }
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that comes until the server ends the connection; fails when it keeps it open. */
    String exchangeToTheEnd(String request) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("The server keeps the connection open", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection whose caller has asked, has seen that an answer comes, and takes no more of it. */
    Socket stalled(String request) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        if (socket.getInputStream().read() < 0) {
            throw new AssertionError("There is no answer");
        }
        return socket;
    }

    private static String read(InputStream input) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            int count;
            while (!isComplete(answer.toString(StandardCharsets.UTF_8)) && (count = input.read(buffer)) >= 0) {
                answer.write(buffer, 0, count);
            }
        } catch (IOException reset) {
            // What came before counts.
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** Whether a head and as many bytes as it announces are there: a server may wait for a body it has refused. */
    private static boolean isComplete(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        Matcher length = LENGTH.matcher(end < 0 ? "" : answer.substring(0, end));
        return length.find()
                && answer.substring(end + 4).getBytes(StandardCharsets.UTF_8).length
                        >= Integer.parseInt(length.group(1));
    }

    /** The status of an answer, 0 when there is none. */
    public static int status(String answer) {
        return answer.length() < 12 ? 0 : Integer.parseInt(answer.substring(9, 12));
    }
}
