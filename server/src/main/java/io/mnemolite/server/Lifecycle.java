package io.mnemolite.server;

import io.mnemolite.server.config.Configuration;
import io.mnemolite.server.config.EffectiveValue;
import io.mnemolite.server.wiring.Composition;
import io.mnemolite.server.wiring.Started;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that the server is up, and takes its parts down in order. */
@ApplicationScoped
public class Lifecycle {

    static final String TRAINING = "mnemolite.training";

    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final Configuration configuration;
    private final String version;
    private final AotCache aotCache;
    private final HttpServer server;

    @Inject
    public Lifecycle(
            Configuration configuration,
            @ConfigProperty(name = "quarkus.application.version") String version,
            AotCache aotCache,
            HttpServer server) {
        this.configuration = configuration;
        this.version = version;
        this.aotCache = aotCache;
        this.server = server;
    }

    void listening(@ObservesAsync HttpServerStart start) {
        String host = configuration.http().host();
        String shown = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        int port = server.getPort();
        String url = "http://" + (shown.contains(":") ? "[" + shown + "]" : shown) + ":" + port;
        Composition parts = Started.composition();
        LOG.info(
                "Configuration: {}",
                configuration.effective().stream()
                        .filter(value -> !value.value().isEmpty())
                        .map(Lifecycle::shown)
                        .collect(Collectors.joining(", ")));
        parts.home().announce(url, version);
        System.out.println("MnemoLite " + version + " listens at " + url + " and keeps its data in "
                + configuration.storage().home()
                + (configuration.storage().isEmbedded() ? "" : " and the PostgreSQL of DATABASE_URL"));
        if (Boolean.getBoolean(TRAINING)) {
            aotCache.exercise(url);
            Quarkus.asyncExit(0);
        } else {
            parts.warmUp();
            aotCache.makeInBackground();
        }
    }

    private static String shown(EffectiveValue value) {
        return value.key() + "=" + value.value();
    }

    void stopping(@Observes ShutdownEvent stop) {
        Started.composition().close();
    }
}
