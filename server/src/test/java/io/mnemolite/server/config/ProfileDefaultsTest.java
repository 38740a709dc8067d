package io.mnemolite.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of the contract's section 7, cell by cell, through the same door the server uses. */
class ProfileDefaultsTest {

    @TempDir
    private Path userHome;

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            option                            | production     | test           | development
            pool size                         | 20             | 5              | 10
            pool overflow                     | 10             | 2              | 5
            pool wait                         | 30s            | 10s            | 30s
            statement timeout                 | 30s            | 10s            | 60s
            idle-in-transaction timeout       | 60s            | 0s             | 0s
            TCP keep-alive                    | true           | false          | false
            connection check                  | true           | false          | false
            application_name                  | mnemolite_prod | mnemolite_test | mnemolite_dev
            event cache TTL                   | 60s            | 10s            | 10s
            event cache max                   | 1000           | 100            | 100
            search cache TTL                  | 30s            | 5s             | 5s
            search cache max                  | 500            | 50             | 50
            graph cache TTL                   | 120s           | 20s            | 20s
            graph cache max                   | 200            | 20             | 20
            max concurrent requests           | 100            | 20             | 20
            request timeout                   | 30s            | 60s            | 60s
            profiling                         | false          | false          | true
            metrics                           | true           | true           | true
            """)
    void load_nothingButTheProfile(String cell, String production, String test, String development) {
        assertThat(cells("production")).containsEntry(cell, production);
        assertThat(cells("test")).containsEntry(cell, test);
        assertThat(cells("development")).containsEntry(cell, development);
    }

    private Map<String, String> cells(String profile) {
        Configuration configuration =
                Load.in(userHome).environment("ENVIRONMENT", profile).configuration();
        PoolConfiguration pool = configuration.pool();
        CacheConfiguration cache = configuration.cache();
        HttpConfiguration http = configuration.http();
        ObservabilityConfiguration observability = configuration.observability();
        return Map.ofEntries(
                Map.entry("pool size", "" + pool.size()),
                Map.entry("pool overflow", "" + pool.overflow()),
                Map.entry("pool wait", seconds(pool.waitTimeout())),
                Map.entry("statement timeout", seconds(pool.statementTimeout())),
                Map.entry("idle-in-transaction timeout", seconds(pool.idleInTransactionTimeout())),
                Map.entry("TCP keep-alive", "" + pool.tcpKeepAlive()),
                Map.entry("connection check", "" + pool.connectionCheck()),
                Map.entry("application_name", pool.applicationName()),
                Map.entry("event cache TTL", seconds(cache.event().ttl())),
                Map.entry("event cache max", "" + cache.event().maxItems()),
                Map.entry("search cache TTL", seconds(cache.search().ttl())),
                Map.entry("search cache max", "" + cache.search().maxItems()),
                Map.entry("graph cache TTL", seconds(cache.graph().ttl())),
                Map.entry("graph cache max", "" + cache.graph().maxItems()),
                Map.entry("max concurrent requests", "" + http.maxConcurrentRequests()),
                Map.entry("request timeout", seconds(http.requestTimeout())),
                Map.entry("profiling", "" + observability.profiling()),
                Map.entry("metrics", "" + observability.metrics()));
    }

    @ParameterizedTest
    @CsvSource({"production, JSON, 200", "test, TEXT, 200", "development, TEXT, 100"})
    void load_nothingButTheProfile_logs(
            String profile, ObservabilityConfiguration.LogFormat format, long slowMilliseconds) {
        ObservabilityConfiguration observability = Load.in(userHome)
                .environment("ENVIRONMENT", profile)
                .configuration()
                .observability();
        assertThat(observability)
                .isEqualTo(new ObservabilityConfiguration(
                        ObservabilityConfiguration.LogLevel.INFO,
                        format,
                        10_000_000,
                        5,
                        Duration.ofMillis(slowMilliseconds),
                        profile.equals("development"),
                        true,
                        false));
    }

    @ParameterizedTest
    @CsvSource({"production", "test", "development"})
    void load_nothingButTheProfile_rest(String profile) {
        Configuration configuration =
                Load.in(userHome).environment("ENVIRONMENT", profile).configuration();
        HttpConfiguration http = configuration.http();
        assertThat(http.host()).isEqualTo("127.0.0.1");
        assertThat(http.port()).isEqualTo(8001);
        assertThat(http.maxWaitingRequests()).isEqualTo(4 * http.maxConcurrentRequests());
        assertThat(http.streamIdleTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(http.maxBodyBytes()).isEqualTo(16L << 20);
        assertThat(http.maxCodeIndexBodyBytes()).isEqualTo(64L << 20);
        assertThat(http.apiKey()).isNull();
        assertThat(http.allowUnauthenticated()).isFalse();
        assertThat(http.allowedHosts()).isEmpty();
        assertThat(List.of(
                        configuration.cache().event(),
                        configuration.cache().search(),
                        configuration.cache().graph()))
                .allMatch(bounds -> bounds.maxBytes() == 32_000_000);
        assertThat(configuration.embedding())
                .isEqualTo(new EmbeddingConfiguration(
                        new EmbeddingModel.BuiltIn(),
                        null,
                        true,
                        EmbeddingConfiguration.FailStrategy.SOFT,
                        List.of("text", "body", "message", "content", "title"),
                        Runtime.getRuntime().availableProcessors()));
        assertThat(configuration.index())
                .isEqualTo(new IndexConfiguration(Duration.ofSeconds(10), 16L << 20, Duration.ofSeconds(1)));
        assertThat(configuration.storage()).isEqualTo(new StorageConfiguration(userHome.resolve(".mnemolite"), null));
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + "s";
    }
}
