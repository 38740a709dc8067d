package io.mnemolite.benchmarks;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The least a server on this stack can do: answers every request with the same headers and bytes, on as many event loops
 * as the product has. Arguments: the file with the body, then names and values of headers in turn.
 */
public final class FloorServer extends AbstractVerticle {

    private final Buffer body;
    private final List<Map.Entry<String, String>> headers;

    private FloorServer(Buffer body, List<Map.Entry<String, String>> headers) {
        this.body = body;
        this.headers = headers;
    }

    public static void main(String... arguments) throws IOException {
        Buffer body = Buffer.buffer(Files.readAllBytes(Path.of(arguments[0])));
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            headers.add(Map.entry(arguments[i], arguments[i + 1]));
        }
        int loops = VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE;
        Vertx.vertx()
                .deployVerticle(() -> new FloorServer(body, headers), new DeploymentOptions().setInstances(loops))
                .onFailure(failure -> {
                    System.err.println(failure);
                    System.exit(1);
                });
    }

    @Override
    public void start(Promise<Void> started) {
        vertx.createHttpServer(new HttpServerOptions().setTcpNoDelay(true))
                .requestHandler(request -> {
                    for (Map.Entry<String, String> header : headers) {
                        request.response().putHeader(header.getKey(), header.getValue());
                    }
                    request.response().end(body);
                })
                // Negative: a free port, the same one for all instances.
                .listen(-1, "127.0.0.1")
                .onSuccess(server -> System.out.println("The floor listens at http://127.0.0.1:" + server.actualPort()))
                .<Void>mapEmpty()
                .onComplete(started);
    }
}
