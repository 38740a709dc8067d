package io.mnemolite.server.front;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/** Answers of the front door to what it does not let in. */
final class Refusals {

    /** How long the rest of an unwanted body is taken in: closed at once, the connection may lose the answer as well. */
    private static final long LINGER_MILLIS = 2_000;

    private Refusals() {}

    /** Answers with a sentence; if a body was announced, nobody reads it, and the connection ends. */
    static void refuse(RoutingContext context, int status, String sentence) {
        HttpServerRequest request = context.request();
        HttpServerResponse response =
                context.response().setStatusCode(status).putHeader("Content-Type", "application/json");
        boolean isBodyUnread = announcesBody(request) && !request.isEnded();
        if (isBodyUnread) {
            response.putHeader("Connection", "close");
        }
        response.end(Buffer.buffer(Problems.body(sentence, status, RequestId.of(context))));
        if (isBodyUnread) {
            long timer = context.vertx()
                    .setTimer(LINGER_MILLIS, tick -> request.connection().close());
            request.endHandler(end -> {
                context.vertx().cancelTimer(timer);
                request.connection().close();
            });
            request.resume();
        }
    }

    private static boolean announcesBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        // In HTTP/2 a stream ends without its connection.
        return request.version() != HttpVersion.HTTP_2
                && (request.headers().contains("Transfer-Encoding") || (length != null && !length.equals("0")));
    }
}
