package io.mnemolite.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationErrorsTest {

    @TempDir
    private Path userHome;

    @Test
    void load_manyErrors_numberedTogether() throws IOException {
        Path file = userHome.resolve(".mnemolite/mnemolite.properties");
        Load load = Load.in(userHome)
                .file("pool.siz=3", "pool.wait=soon")
                .environment("MNEMOLITE_POOL_SIZES", "3")
                .environment("ENVIRONMENT", "prod")
                .arguments("--prot", "9000", "--http.host=0.0.0.0");
        assertThatThrownBy(load::configuration)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
                        The configuration has 6 errors:
                          1. The option --prot does not exist: did you mean --port?
                          2. The environment variable MNEMOLITE_POOL_SIZES does not exist: did you mean MNEMOLITE_POOL_SIZE?
                          3. The key pool.siz in %s does not exist: did you mean pool.size?
                          4. profile cannot be "prod" (environment ENVIRONMENT): give production, test or development. Did you mean "production"?
                          5. http.host cannot be "0.0.0.0" (command line --http.host): other machines can reach that address and no API key is set. \
                        Set MNEMOLITE_API_KEY, bind 127.0.0.1, or set MNEMOLITE_ALLOW_UNAUTHENTICATED=true if something in front of the server authenticates.
                          6. pool.wait cannot be "soon" (%s): give a time from 1ms to 10m with its unit (ms, s, m, h, d; none means s).""".formatted(file, file));
        assertThat(ConfigurationException.EXIT_CODE).isEqualTo(78);
    }

    @Test
    void load_oneError_saysSo() {
        assertThatThrownBy(Load.in(userHome).arguments("--telemetry")::configuration)
                .hasMessage("The configuration has 1 error:\n  1. The option --telemetry does not exist: --help lists"
                        + " those that do.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --port                 | The option --port has no value: write --port=VALUE.
            --port --debug         | The option --port has no value: write --port=VALUE.
            --config               | The option --config has no value: write --config=VALUE.
            serve                  | The argument "serve" is not an option: options begin with --, see --help.
            -port=9000             | The option -port does not exist: did you mean --port?
            --api-key=geheim       | The option --api-key does not exist: did you mean --http.api-key?
            --pool.size=0          | pool.size cannot be "0" (command line --pool.size): give a whole number from 1 to 1000.
            --port=70000           | http.port cannot be "70000" (command line --port): give a whole number from 0 to 65535.
            --http.host=http://a   | http.host cannot be "http://a" (command line --http.host): give an IP address or a host name without scheme and port.
            --http.max-body=16MX   | http.max-body cannot be "16MX" (command line --http.max-body): give a size from 1KiB to 1GiB with its unit (KB, MB, GB, KiB, MiB, GiB; none means bytes).
            --embedding.mode=moc   | embedding.mode cannot be "moc" (command line --embedding.mode): give real or mock. Did you mean "mock"?
            --metrics.enabled=on   | metrics.enabled cannot be "on" (command line --metrics.enabled): give true or false (also 1 or 0, yes or no).
            """)
    void load_commandLine_refused(String arguments, String sentence) {
        assertThat(Load.in(userHome).arguments(arguments.split(" ")).problems()).containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "MNEMOLITE_PORT, MNEMOLITE_HTTP_PORT",
        "MNEMOLITE_API_KEYS, MNEMOLITE_API_KEY",
        "MNEMOLITE_HOEM, MNEMOLITE_HOME"
    })
    void load_environment_unknownVariableOfOurs(String name, String meant) {
        assertThat(Load.in(userHome).environment(name, "9000").problems())
                .containsExactly("The environment variable " + name + " does not exist: did you mean " + meant + "?");
    }

    @Test
    void load_file_missing() {
        Path missing = userHome.resolve("missing.properties");
        assertThat(Load.in(userHome).arguments("--config=" + missing).problems())
                .singleElement()
                .asString()
                .startsWith("The configuration file " + missing + " cannot be read (")
                .endsWith("): make it a readable properties file in UTF-8.");
    }

    @Test
    void load_file_notUtf8() throws IOException {
        Path file = userHome.resolve("latin.properties");
        Files.write(file, "pool.application-name=Gedächtnis".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Load.in(userHome).arguments("--config=" + file).problems())
                .singleElement()
                .asString()
                .endsWith("make it a readable properties file in UTF-8.");
    }

    @Test
    void load_file_malformedEscape() throws IOException {
        assertThat(Load.in(userHome).file("pool.application-name=\\u00").problems())
                .singleElement()
                .asString()
                .contains("cannot be read");
    }

    @Test
    void load_file_thatMovesItsOwnDirectory() throws IOException {
        assertThat(Load.in(userHome).file("home=/elsewhere").problems())
                .containsExactly("The key home in " + userHome.resolve(".mnemolite/mnemolite.properties")
                        + " cannot move the directory that the file lies in: remove it, and use --home or"
                        + " MNEMOLITE_HOME.");
    }

    @ParameterizedTest
    @CsvSource({"mysql://user:geheim@host/db", "user:geheim@host/db", "'host=h password=geheim'"})
    void load_databaseUrl_refusedWithoutItsPassword(String url) {
        assertThat(Load.in(userHome).environment("DATABASE_URL", url).problems())
                .singleElement()
                .asString()
                .startsWith("database.url cannot be \"")
                .contains("********")
                .doesNotContain("geheim")
                .endsWith("(environment DATABASE_URL): give a URL such as"
                        + " postgresql://user:password@host:5432/database.");
    }
}
