package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's own words, which need neither a build nor a JVM. */
class LauncherTest {

    private static final Path LAUNCHER =
            Path.of("..", "mnemolite").toAbsolutePath().normalize();

    @TempDir
    Path folder = Path.of("");

    private record Ended(int exitCode, String text) {}

    private static Ended bash(Path script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), text);
    }

    @Test
    void help_listsEveryCommand() throws IOException, InterruptedException {
        Ended bare = bash(LAUNCHER);
        assertThat(bare.exitCode()).isZero();
        assertThat(bare.text().lines()).allMatch(line -> line.length() <= 100);
        for (String command : Program.visibleCommands()) {
            assertThat(bare.text()).containsPattern("(?m)^  " + command + " ");
        }
        assertThat(bash(LAUNCHER, "help")).isEqualTo(bare);
        assertThat(bash(LAUNCHER, "--help")).isEqualTo(bare);
    }

    @Test
    void link_inAFolderWithSpaces_works() throws IOException, InterruptedException {
        Path link = Files.createDirectories(folder.resolve("a folder")).resolve("memory");
        Files.createSymbolicLink(link, LAUNCHER);
        assertThat(bash(link, "help").text()).startsWith("MnemoLite:");
    }

    @Test
    void unknownCommand_exitsWith2() throws IOException, InterruptedException {
        Ended ended = bash(LAUNCHER, "forget");
        assertThat(ended.text())
                .isEqualTo("There is no command 'forget'. The commands are listed by: mnemolite help\n");
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    /** What is measured and tested must be what runs. */
    @Test
    void serverFlags_areThoseOfThePom() throws IOException {
        String launcher = Files.readString(LAUNCHER);
        int start = launcher.indexOf("server_flags=(\n");
        List<String> flags = launcher.substring(start, launcher.indexOf("\n  )\n", start))
                .lines()
                .skip(1)
                .map(String::strip)
                .filter(line -> !line.startsWith("#"))
                .toList();
        String pom = Files.readString(LAUNCHER.resolveSibling("pom.xml"));
        int shared = pom.indexOf("<jvm.flags>") + "<jvm.flags>".length();

        List<String> expected = new ArrayList<>();
        expected.add("-XX:+UseG1GC");
        expected.add("\"-Xmx${MNEMOLITE_HEAP:-512m}\"");
        expected.addAll(
                List.of(pom.substring(shared, pom.indexOf("</jvm.flags>")).split(" (?=-)", -1)));
        assertThat(flags).containsExactlyInAnyOrderElementsOf(expected);
    }
}
