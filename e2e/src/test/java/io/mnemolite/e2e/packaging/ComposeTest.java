package io.mnemolite.e2e.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.SharedServer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Compose file opens one port on loopback, holds no password, and agrees with the proxy's configuration. */
class ComposeTest {

    private static final String PROXY = ProjectFiles.text("deploy/compose/haproxy.cfg");
    private static final JsonNode COMPOSE = ProjectFiles.merged("deploy/compose.yaml");

    @Test
    void ports_areBoundOnLoopbackByTheProxyAlone() {
        assertThat(COMPOSE.path("services").findValues("ports")).hasSize(1);
        assertThat(COMPOSE.at("/services/haproxy/ports").valueStream().map(JsonNode::asText))
                .containsExactly("127.0.0.1:${MNEMOLITE_PORT:-8001}:8001");
        assertThat(PROXY).contains("bind :8001");
    }

    @Test
    void passwords_lieInFilesThatGitIgnores() {
        assertThat(COMPOSE.path("secrets").properties())
                .hasSize(2)
                .allSatisfy(secret -> assertThat(secret.getValue().path("file").asText())
                        .isEqualTo("./compose/secrets/" + secret.getKey()));
        assertThat(ProjectFiles.text("deploy/compose/.gitignore")).contains("/secrets/");
        assertThat(COMPOSE.at("/services/database/environment").properties())
                .filteredOn(variable -> variable.getKey().contains("PASSWORD"))
                .singleElement()
                .satisfies(variable -> {
                    assertThat(variable.getKey()).isEqualTo("POSTGRES_PASSWORD_FILE");
                    assertThat(variable.getValue().asText()).isEqualTo("/run/secrets/database-password");
                });
        assertThat(ProjectFiles.text("deploy/compose.yaml")).doesNotContain("://", "API_KEY", "DATABASE_URL");
    }

    @Test
    void images_areOfAVersion() {
        assertThat(COMPOSE.path("services").findValuesAsText("image"))
                .hasSize(4)
                .allMatch(image -> image.matches("[a-z]+:[0-9.]+")
                        || image.matches("\\$\\{MNEMOLITE_IMAGE:-mnemolite}:\\$\\{MNEMOLITE_[A-Z]+:-"
                                + ProjectFiles.version() + "}"));
    }

    @Test
    void database_isTheNewestThatIsSupported_withItsDataOnAVolume() {
        assertThat(COMPOSE.at("/services/database/image").asText()).isEqualTo("postgres:18");
        // From 18 on the image keeps its data one folder further up than before.
        assertThat(COMPOSE.at("/services/database/volumes/0").asText()).isEqualTo("database:/var/lib/postgresql");
    }

    @ParameterizedTest
    @ValueSource(strings = {"blue", "green"})
    void slot_hasNoRightsAndAHomeOfItsOwn(String slot) {
        JsonNode service = COMPOSE.path("services").path(slot);

        assertThat(service.path("read_only").asBoolean()).isTrue();
        assertThat(service.at("/cap_drop/0").asText()).isEqualTo("ALL");
        assertThat(service.at("/security_opt/0").asText()).isEqualTo("no-new-privileges:true");
        assertThat(ProjectFiles.text("server/pom.xml"))
                .contains("<user>" + service.path("user").asText() + "</user>")
                .contains("<volume>/var/lib/mnemolite</volume>");
        assertThat(service.at("/volumes/0").asText()).isEqualTo(slot + ":/var/lib/mnemolite");
        assertThat(service.at("/networks").toString()).isEqualTo("[\"inside\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"blue", "green"})
    void slot_isSetByOptionsThatExist(String slot) {
        JsonNode service = COMPOSE.path("services").path(slot);
        Set<String> names = new TreeSet<>();
        service.path("environment").fieldNames().forEachRemaining(names::add);

        assertThat(ProjectFiles.environmentNames()).containsAll(names);
        assertThat(service.path("command").toString())
                .isEqualTo("[\"serve\",\"--config\",\"/run/secrets/mnemolite.properties\"]");
        assertThat(ProjectFiles.verbs("mnemolite"))
                .contains(service.path("command").path(0).asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"blue", "green"})
    void slot_isAServerOfTheProxy(String slot) {
        assertThat(PROXY).contains("server " + slot + " " + slot + ":8001");
        assertThat(COMPOSE.at("/services/haproxy/depends_on").valueStream().map(JsonNode::asText))
                .contains(slot);
    }

    @Test
    void checks_askRoutesOfTheServer() {
        List<String> checks =
                List.copyOf(ProjectFiles.all(PROXY + ProjectFiles.text("deploy/compose.yaml"), "(?:uri|GET) (/\\w+)"));

        assertThat(checks).containsExactly("/readiness");
        assertThat(SharedServer.http().get("/readiness").status()).isEqualTo(200);
    }
}
