package io.mnemolite.server.front;

import io.netty.channel.ChannelFuture;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the connection of a caller that takes nothing of a streamed answer for a while: who writes it waits for room, and
 * keeps one of the few places for streams. Callers that send nothing are the framework's to time out.
 */
final class StalledStreams {

    private static final Logger LOG = LoggerFactory.getLogger(StalledStreams.class);
    private static final Set<String> STREAMED = Set.of("/v1/events/export", "/v1/import/v1");

    private final long millis;

    StalledStreams(Duration timeout) {
        this.millis = timeout.toMillis();
    }

    /** Watches the answer to the end, if it is one that is streamed. */
    void watch(RoutingContext context, String path) {
        if (!STREAMED.contains(path)) {
            return;
        }
        Vertx vertx = context.vertx();
        Progress progress = new Progress(context.response());
        long timer = vertx.setPeriodic(millis, tick -> {
            if (progress.hasStalled()) {
                LOG.info("The answer of {} is given up: nothing of it was taken for {} ms", path, millis);
                // Below the connection's own close, which first waits until all that is written has been taken.
                ChannelFuture _ = ((ConnectionBase) context.request().connection())
                        .channelHandlerContext()
                        .close();
            }
        });
        context.addEndHandler(end -> vertx.cancelTimer(timer));
    }

    /** What has happened since it was last asked; always in the event loop of the connection. */
    private static final class Progress {

        private final HttpServerResponse response;
        private long written;

        Progress(HttpServerResponse response) {
            this.response = response;
        }

        /** No byte more was written, and none can be: a pause of the writer itself is no stall. */
        boolean hasStalled() {
            long before = written;
            written = response.bytesWritten();
            return written == before && !response.ended() && !response.closed() && response.writeQueueFull();
        }
    }
}
