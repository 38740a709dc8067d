package io.mnemolite.e2e.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void dataDirectory_isTheStateDirectory(String unit) {
        String directory = lines(unit).stream()
                .filter(line -> line.matches("Environment=MNEMOLITE_(HOME|DEPLOYMENT)=.*"))
                .findFirst()
                .orElseThrow()
                .replaceFirst(".*=/var/lib/", "");

        assertThat(lines(unit)).contains("StateDirectory=" + directory, "StateDirectoryMode=0700", "UMask=0077");
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
                        "PrivateDevices=yes",
                        "ProtectKernelTunables=yes",
                        "ProtectControlGroups=yes",
                        "RestrictNamespaces=yes",
                        "RestrictSUIDSGID=yes",
                        "CapabilityBoundingSet=",
                        "SystemCallFilter=@system-service")
                .doesNotContain("MemoryDenyWriteExecute=yes");
    }

    /** A restart after wrong settings would only be refused again. */
    @ParameterizedTest
    @CsvSource({"mnemolite, 78", "mnemolite-database, 2 4", "mnemolite-slots, 2 7"})
    void exitCodes_thatNoRestartMends_areThoseOfTheCommand(String unit, String codes) {
        assertThat(ProjectFiles.text("docs/reference/configuration.md")).contains("exit code 78");
        assertThat(lines("deploy/systemd/" + unit + ".service"))
                .contains("RestartPreventExitStatus=" + codes, "Restart=on-failure");
    }

    /** Their process is the service, so its files for the moment are nobody else's, and SIGTERM is how it ends. */
    @ParameterizedTest
    @ValueSource(strings = {"mnemolite", "mnemolite-database"})
    void servers_liveAsLongAsTheirUnit(String unit) {
        assertThat(lines("deploy/systemd/" + unit + ".service"))
                .contains("Type=exec", "PrivateTmp=yes", "SuccessExitStatus=143");
    }

    /** What it starts outlives it: a later deployment's servers run in its group of processes, or beside it. */
    @Test
    void slots_areStartedOnceAndOutliveTheirUnit() {
        String unit = "deploy/systemd/mnemolite-slots.service";

        assertThat(lines(unit))
                .contains(
                        "Type=oneshot",
                        "RemainAfterExit=yes",
                        "KillMode=process",
                        "ExecStart=/opt/mnemolite/mnemolite deploy start",
                        "After=network-online.target mnemolite-database.service haproxy.service")
                .noneMatch(line -> line.startsWith("ExecStop") || line.equals("PrivateTmp=yes"));
    }

    private static List<String> lines(String unit) {
        return ProjectFiles.text(unit).lines().map(String::strip).toList();
    }
}
