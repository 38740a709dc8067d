package io.mnemolite.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.server.config.ObservabilityConfiguration.LogLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {

    @TempDir
    private Path userHome;

    @Test
    void load_everySource_theFirstThatNamesAValueCounts() throws IOException {
        Load defaults = Load.in(userHome);
        assertThat(defaults.effective("http.port"))
                .isEqualTo(new EffectiveValue("http.port", "8001", "default of profile development"));

        Load file = defaults.file("http.port=9001");
        String path = userHome.resolve(".mnemolite/mnemolite.properties").toString();
        assertThat(file.effective("http.port")).isEqualTo(new EffectiveValue("http.port", "9001", path));

        Load alias = file.environment("API_PORT", "9002");
        assertThat(alias.effective("http.port"))
                .isEqualTo(new EffectiveValue("http.port", "9002", "environment API_PORT"));

        Load environment = alias.environment("MNEMOLITE_HTTP_PORT", "9003");
        assertThat(environment.effective("http.port"))
                .isEqualTo(new EffectiveValue("http.port", "9003", "environment MNEMOLITE_HTTP_PORT"));

        Load commandLine = environment.arguments("--port", "9004");
        assertThat(commandLine.effective("http.port"))
                .isEqualTo(new EffectiveValue("http.port", "9004", "command line --port"));
        assertThat(commandLine.configuration().http().port()).isEqualTo(9004);
    }

    @ParameterizedTest
    @CsvSource({"--pool.size=30", "--pool.size 30", "--pool.size=1 --pool.size=30", "--debug --pool.size=30"})
    void load_commandLine_forms(String arguments) {
        assertThat(Load.in(userHome)
                        .arguments(arguments.split(" "))
                        .configuration()
                        .pool()
                        .size())
                .isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({"--debug, true", "--debug=no, false", "--debug 0, false", "--debug --port=1, true", "'', false"})
    void load_commandLine_flags(String arguments, boolean debug) {
        Load load = arguments.isEmpty() ? Load.in(userHome) : Load.in(userHome).arguments(arguments.split(" "));
        assertThat(load.configuration().observability().debug()).isEqualTo(debug);
    }

    @Test
    void load_emptyValues_countAsUnset() throws IOException {
        Load load = Load.in(userHome)
                .file("http.port=", "pool.size= ")
                .environment("API_PORT", "")
                .environment("DATABASE_URL", " ")
                .environment("MNEMOLITE_API_KEY", "")
                .environment("MNEMOLITE_NO_SUCH_THING", "")
                .environment("ENVIRONMENT", "")
                .arguments("--port", "", "--http.host=");
        assertThat(load.configuration().http())
                .isEqualTo(Load.in(userHome).configuration().http());
        assertThat(load.configuration().profile()).isEqualTo(ServerProfile.DEVELOPMENT);
        assertThat(load.configuration().storage().isEmbedded()).isTrue();
    }

    @Test
    void load_emptyVariable_theNextNameCounts() {
        Load load = Load.in(userHome).environment("MNEMOLITE_HTTP_PORT", "").environment("API_PORT", "9002");
        assertThat(load.configuration().http().port()).isEqualTo(9002);
    }

    @Test
    void load_defaultHome_isBelowTheShellsHome() {
        assertThat(Configuration.load(List.of(), Map.of("HOME", "/users/ada"))
                        .storage()
                        .home())
                .isEqualTo(Path.of("/users/ada/.mnemolite"));
    }

    @Test
    void load_home_movesTheFile() throws IOException {
        Path home = Files.createDirectories(userHome.resolve("elsewhere"));
        Files.writeString(home.resolve("mnemolite.properties"), "pool.size=7\nprofile=production\n");
        Configuration configuration =
                Load.in(userHome).environment("MNEMOLITE_HOME", "~/elsewhere").configuration();
        assertThat(configuration.pool().size()).isEqualTo(7);
        assertThat(configuration.pool().overflow()).isEqualTo(10);
        assertThat(configuration.profile()).isEqualTo(ServerProfile.PRODUCTION);
        assertThat(configuration.storage().postgres()).isEqualTo(home.resolve("postgres"));
        assertThat(configuration.storage().index()).isEqualTo(home.resolve("index"));
        assertThat(configuration.storage().logs()).isEqualTo(home.resolve("logs"));
        assertThat(configuration.storage().runtime()).isEqualTo(home.resolve("runtime"));
        assertThat(Load.in(userHome)
                        .arguments("--home", home.toString())
                        .configuration()
                        .pool()
                        .size())
                .isEqualTo(7);
    }

    @Test
    void load_config_replacesTheFileOfTheHomeDirectory() throws IOException {
        Path other = userHome.resolve("other.properties");
        Files.writeString(other, "pool.overflow=3\nhome=~/data\n");
        Configuration configuration = Load.in(userHome)
                .file("pool.size=7")
                .arguments("--config", other.toString())
                .configuration();
        assertThat(configuration.pool().size()).isEqualTo(10);
        assertThat(configuration.pool().overflow()).isEqualTo(3);
        assertThat(configuration.storage().home()).isEqualTo(userHome.resolve("data"));
    }

    @Test
    void load_file_utf8() throws IOException {
        assertThat(Load.in(userHome)
                        .file("pool.application-name=Gedächtnis")
                        .configuration()
                        .pool()
                        .applicationName())
                .isEqualTo("Gedächtnis");
    }

    @ParameterizedTest
    @CsvSource({
        "test, postgresql://test/db, environment TEST_DATABASE_URL",
        "production, postgresql://main/db, environment DATABASE_URL",
        "development, postgresql://main/db, environment DATABASE_URL"
    })
    void load_testDatabase_countsInTestOnly(String profile, String url, String source) {
        Load load = Load.in(userHome)
                .environment("ENVIRONMENT", profile)
                .environment("DATABASE_URL", "postgresql://main/db")
                .environment("TEST_DATABASE_URL", "postgresql://test/db");
        assertThat(load.configuration().storage().databaseUrl()).isEqualTo(new DatabaseUrl(url));
        assertThat(load.effective("database.url")).isEqualTo(new EffectiveValue("database.url", url, source));
    }

    @Test
    void load_testProfileWithoutTestDatabase_takesTheOther() {
        assertThat(Load.in(userHome)
                        .environment("ENVIRONMENT", "test")
                        .environment("DATABASE_URL", "postgresql://main/db")
                        .configuration()
                        .storage()
                        .databaseUrl())
                .isEqualTo(new DatabaseUrl("postgresql://main/db"));
    }

    @Test
    void load_variablesOfV1() {
        Configuration configuration = Load.in(userHome)
                .environment("ENVIRONMENT", "Production")
                .environment("DATABASE_URL", "postgresql+asyncpg://user:pass@host/db")
                .environment("DEBUG", "True")
                .environment("LOG_LEVEL", "WARNING")
                .environment("EMBEDDING_MODE", "mock")
                .environment("EMBEDDING_MODEL", "nomic-ai/nomic-embed-text-v1.5")
                .environment("EMBEDDING_DIMENSION", "768")
                .environment("EMBEDDING_AUTO_GENERATE", "false")
                .environment("EMBEDDING_FAIL_STRATEGY", "HARD")
                .environment("EMBEDDING_SOURCE_FIELDS", "summary, text")
                .environment("POSTGRES_USER", "mnemo")
                .environment("POSTGRES_PASSWORD", "secret")
                .configuration();
        assertThat(configuration.profile()).isEqualTo(ServerProfile.PRODUCTION);
        assertThat(configuration.storage().databaseUrl())
                .isEqualTo(new DatabaseUrl("postgresql+asyncpg://user:pass@host/db"));
        assertThat(configuration.observability().debug()).isTrue();
        assertThat(configuration.observability().logLevel()).isEqualTo(LogLevel.DEBUG);
        EmbeddingConfiguration embedding = configuration.embedding();
        assertThat(embedding.model()).isEqualTo(new EmbeddingModel.Mock(768));
        assertThat(embedding.autoGenerate()).isFalse();
        assertThat(embedding.failStrategy()).isEqualTo(EmbeddingConfiguration.FailStrategy.HARD);
        assertThat(embedding.sourceFields()).containsExactly("summary", "text");
    }

    @Test
    void load_logLevel_withoutDebug() {
        assertThat(Load.in(userHome)
                        .environment("LOG_LEVEL", "CRITICAL")
                        .configuration()
                        .observability()
                        .logLevel())
                .isEqualTo(LogLevel.ERROR);
        assertThat(Load.in(userHome)
                        .environment("LOG_LEVEL", "trace")
                        .arguments("--debug")
                        .configuration()
                        .observability()
                        .logLevel())
                .isEqualTo(LogLevel.TRACE);
    }

    @Test
    void load_serviceLinksOfKubernetes_ignored() {
        Load load = Load.in(userHome)
                .environment("API_PORT", "tcp://10.0.0.1:8001")
                .environment("MNEMOLITE_PORT", "tcp://10.0.0.1:8001")
                .environment("MNEMOLITE_SERVICE_HOST", "10.0.0.1")
                .environment("MNEMOLITE_SERVICE_PORT", "8001")
                .environment("MNEMOLITE_SERVICE_PORT_HTTP", "8001")
                .environment("MNEMOLITE_PORT_8001_TCP", "tcp://10.0.0.1:8001")
                .environment("MNEMOLITE_PORT_8001_TCP_ADDR", "10.0.0.1");
        assertThat(load.configuration().http().port()).isEqualTo(8001);
    }

    @Test
    void load_variablesOfTheLauncher_ignored() {
        Load load = Load.in(userHome)
                .environment("MNEMOLITE_HEAP", "1g")
                .environment("MNEMOLITE_URL", "http://127.0.0.1:8001")
                .environment("MNEMOLITE_JRE_IS_ENOUGH", "1");
        assertThat(load.configuration().profile()).isEqualTo(ServerProfile.DEVELOPMENT);
    }

    @Test
    void load_units() {
        Configuration configuration = Load.in(userHome)
                .environment("MNEMOLITE_POOL_WAIT", "500ms")
                .environment("MNEMOLITE_HTTP_REQUEST_TIMEOUT", "2m")
                .environment("MNEMOLITE_POOL_STATEMENT_TIMEOUT", "45")
                .environment("MNEMOLITE_LOG_SLOW_STATEMENT_THRESHOLD", "45")
                .environment("MNEMOLITE_CACHE_EVENT_MAX_BYTES", "16MiB")
                .configuration();
        assertThat(configuration.pool().waitTimeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(configuration.http().requestTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(configuration.pool().statementTimeout()).isEqualTo(Duration.ofSeconds(45));
        assertThat(configuration.observability().slowStatementThreshold()).isEqualTo(Duration.ofMillis(45));
        assertThat(configuration.cache().event().maxBytes()).isEqualTo(16L << 20);
    }
}
