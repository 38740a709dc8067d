package io.mnemolite.server.front;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The last route: what no other one answers does not exist. */
@ApplicationScoped
public class UnknownPath {

    void register(@Observes Router router) {
        router.route()
                .order(Integer.MAX_VALUE)
                .handler(context -> context.response()
                        .setStatusCode(404)
                        .putHeader("Content-Type", "application/json")
                        .end(Buffer.buffer(Problems.body("Not Found", 404, RequestId.of(context)))));
    }
}
