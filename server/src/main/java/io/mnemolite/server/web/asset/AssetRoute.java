package io.mnemolite.server.web.asset;

import io.mnemolite.server.front.UiPaths;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Serves assets from memory, compressed for whoever takes it, for a year. */
@ApplicationScoped
public class AssetRoute {

    private final Assets assets;

    @Inject
    public AssetRoute(Assets assets) {
        this.assets = assets;
    }

    void register(@Observes Router router) {
        router.route(UiPaths.ASSETS + ":name")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(this::answer);
    }

    private void answer(RoutingContext context) {
        String name = context.pathParam("name");
        Asset asset = name == null ? null : assets.hashed(name).orElse(null);
        if (asset == null) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response()
                .putHeader("Content-Type", asset.mediaType())
                .putHeader("Cache-Control", "public, max-age=31536000, immutable")
                .putHeader("Vary", "Accept-Encoding");
        String accepted = context.request().getHeader("Accept-Encoding");
        byte[] body = asset.content();
        if (accepted != null && accepted.contains("gzip")) {
            response.putHeader("Content-Encoding", "gzip");
            body = asset.compressed();
        }
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Integer.toString(body.length)).end();
        } else {
            response.end(Buffer.buffer(body));
        }
    }
}
