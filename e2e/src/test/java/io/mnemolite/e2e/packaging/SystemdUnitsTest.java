package io.mnemolite.e2e.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The systemd units start commands of the launcher with options that exist, and leave the process no rights it needs not. */
class SystemdUnitsTest {

    private static final String COMMAND = "ExecStart=/opt/mnemolite/mnemolite ";

    static List<String> units() {
        return ProjectFiles.in("deploy/systemd", ".service");
    }

    @ParameterizedTest
    @MethodSource("units")
    void command_isOneOfTheLauncher(String unit) {
        List<String> commands = lines(unit).stream()
                .filter(line -> line.startsWith("ExecStart="))
                .toList();

        assertThat(commands).singleElement().satisfies(command -> {
            assertThat(command).startsWith(COMMAND);
            assertThat(ProjectFiles.verbs("mnemolite"))
                    .contains(command.substring(COMMAND.length()).replaceFirst(" .*", ""));
        });
    }

    @ParameterizedTest
    @MethodSource("units")
    void environment_namesOptions(String unit) {
        assertThat(ProjectFiles.environmentNames())
                .containsAll(ProjectFiles.all(ProjectFiles.text(unit), "(?m)^Environment=([A-Z_]+)="));
    }

    @ParameterizedTest
    @MethodSource("units")
    void home_isTheStateDirectory(String unit) {
        String home = lines(unit).stream()
                .filter(line -> line.startsWith("Environment=MNEMOLITE_HOME="))
                .findFirst()
                .orElseThrow()
                .replaceFirst(".*=/var/lib/", "");

        assertThat(lines(unit)).contains("StateDirectory=" + home, "StateDirectoryMode=0700", "UMask=0077");
    }

    @ParameterizedTest
    @MethodSource("units")
    void process_hasNoRights(String unit) {
        assertThat(lines(unit))
                .contains(
                        "User=mnemolite",
                        "NoNewPrivileges=yes",
                        "ProtectSystem=strict",
                        "ProtectHome=yes",
                        "PrivateTmp=yes",
                        "PrivateDevices=yes",
                        "ProtectKernelTunables=yes",
                        "ProtectControlGroups=yes",
                        "RestrictNamespaces=yes",
                        "RestrictSUIDSGID=yes",
                        "CapabilityBoundingSet=",
                        "SystemCallFilter=@system-service")
                .doesNotContain("MemoryDenyWriteExecute=yes");
    }

    @ParameterizedTest
    @MethodSource("units")
    void exitCodes_areTheServers(String unit) {
        assertThat(ProjectFiles.text("docs/reference/configuration.md")).contains("exit code 78");
        // The database is started by the command line program, which has codes of its own.
        boolean isDatabase = unit.contains("database");
        assertThat(lines(unit))
                .contains(
                        "RestartPreventExitStatus=" + (isDatabase ? "2 4" : "78"),
                        "SuccessExitStatus=143",
                        "Restart=on-failure");
    }

    private static List<String> lines(String unit) {
        return ProjectFiles.text(unit).lines().map(String::strip).toList();
    }
}
