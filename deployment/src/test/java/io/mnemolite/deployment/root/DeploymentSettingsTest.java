package io.mnemolite.deployment.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.deployment.failure.DeploymentFailure;
import io.mnemolite.deployment.plan.Slot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentSettingsTest {

    @TempDir
    Path directory;

    private DeploymentSettings read(String text) throws IOException {
        Path file = directory.resolve("deployment.properties");
        Files.writeString(file, text);
        return DeploymentSettings.read(file);
    }

    @Test
    void read_fileOfANewRoot_hasTheDefaults() throws IOException {
        DeploymentRoot root = new DeploymentRoot(directory.resolve("root"));

        root.create(Map.entry("database.url", "postgresql://u:p%5C@h/d"));
        root.create(Map.entry("database.url", "ignored, since it is there"));

        DeploymentSettings settings = DeploymentSettings.read(root.settings());
        assertThat(settings.databaseUrl()).isEqualTo("postgresql://u:p%5C@h/d");
        assertThat(settings.port(Slot.BLUE)).isEqualTo(8011);
        assertThat(settings.port(Slot.GREEN)).isEqualTo(8012);
        assertThat(settings.observation()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.errorRate()).isEqualTo(0.01);
        assertThat(settings.haproxySocket())
                .isEqualTo(root.path().resolve("haproxy.sock").toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.settings())))
                .as("it holds a password")
                .isEqualTo("rw-------");
    }

    @Test
    void read_unknownName_isRefusedWithThoseThatExist() {
        assertThatThrownBy(() -> read("slot.red.port=1"))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageContaining("'slot.red.port'")
                .hasMessageContaining("slot.green.port");
    }

    @Test
    void read_fileThatIsNone_isSaid() {
        assertThatThrownBy(() -> DeploymentSettings.read(directory.resolve("missing")))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageContaining("The settings " + directory.resolve("missing") + " cannot be read");
        assertThatThrownBy(() -> read("backup.keep=\\u00zz"))
                .isInstanceOf(DeploymentFailure.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void number_outOfRange_isRefusedWithItsRange() throws IOException {
        DeploymentSettings settings = read("slot.blue.port=0\nwarm-up.seconds=soon");

        assertThatThrownBy(() -> settings.port(Slot.BLUE)).hasMessageContaining("from 1 to 65535");
        assertThatThrownBy(settings::warmUp).hasMessageContaining("'soon' is no value for warm-up.seconds");
    }

    @Test
    void haproxySocket_hostAndPort_staysAsItIs() throws IOException {
        assertThat(read("haproxy.socket=127.0.0.1:9999").haproxySocket()).isEqualTo("127.0.0.1:9999");
        assertThat(read("haproxy.socket=/run/haproxy.sock").haproxySocket()).isEqualTo("/run/haproxy.sock");
    }

    @Test
    void databaseUrl_none_saysWhatToWrite() throws IOException {
        DeploymentSettings settings = read("");

        assertThatThrownBy(settings::databaseUrl).hasMessageContaining("Exactly one of database.url and database.home");
    }
}
