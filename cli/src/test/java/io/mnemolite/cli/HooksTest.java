package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.CommandLineRun.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs each printed command by a shell, in a repository, with a script in the launcher's place. */
class HooksTest {

    @TempDir
    Path folder = Path.of("");

    private Path launcher = Path.of("");

    @BeforeEach
    void repository() throws IOException, InterruptedException {
        launcher = Files.createDirectories(folder.resolve("it's here")).resolve("mnemolite");
        script("printf '%s\\n' \"$@\" >arguments", "[ \"$1\" != remember ] || cat >text", "echo \"a memory\"");
        shell("git init -q && git -c user.name=a -c user.email=a@b commit -q --allow-empty -m 'Use one store'");
    }

    private void script(String... lines) throws IOException {
        Files.writeString(launcher, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
    }

    private record Ended(int exitCode, String output) {}

    private Ended shell(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private Result hooks(String... arguments) {
        return new CommandLineRun(folder).launchedBy(launcher).run(arguments);
    }

    private List<String> arguments() throws IOException {
        return Files.readAllLines(folder.resolve("arguments"));
    }

    private static String command(JsonNode settings, String event) {
        return settings.at("/hooks/" + event + "/0/hooks/0/command").asText();
    }

    private static String afterBlankLine(String text) {
        return text.substring(text.indexOf("\n\n") + 2);
    }

    @Test
    void claudeCode_loadsAndSaves() throws IOException, InterruptedException {
        Result result = hooks("hooks", "--project", "my atlas");
        assertThat(result.out()).startsWith("In .claude/settings.json of the project:\n\n{");
        JsonNode settings = ServerTest.json(afterBlankLine(result.out()));

        assertThat(shell(command(settings, "SessionStart"))).isEqualTo(new Ended(0, "a memory\n"));
        assertThat(arguments())
                .containsExactly(
                        "search", "decisions, conventions, open work", "--meta", "project=my atlas", "--limit", "5");

        assertThat(shell(command(settings, "SessionEnd"))).isEqualTo(new Ended(0, ""));
        assertThat(arguments())
                .containsExactly("remember", "-", "--meta", "project=my atlas", "--meta", "kind=session");
        assertThat(Files.readString(folder.resolve("text"))).matches("[0-9a-f]{7,} Use one store\n");
    }

    @Test
    void git_savesEachCommit() throws IOException, InterruptedException {
        String hook = afterBlankLine(hooks("hooks", "git", "--project", "p").out());
        assertThat(hook).startsWith("#!/bin/sh\n");
        assertThat(shell(hook)).isEqualTo(new Ended(0, ""));
        assertThat(arguments()).containsExactly("remember", "-", "--meta", "project=p", "--meta", "kind=commit");
        assertThat(Files.readString(folder.resolve("text")).strip()).isEqualTo("Use one store");
    }

    @Test
    void memoryThatIsAway_stopsNobody() throws IOException, InterruptedException {
        script("exit 3");
        for (String line :
                hooks("hooks", "shell", "--project", "p").out().lines().toList()) {
            if (line.contains("mnemolite")) {
                assertThat(shell(line)).isEqualTo(new Ended(0, ""));
            }
        }
    }

    @Test
    void sessionWithoutCommits_savesNothing() throws IOException, InterruptedException {
        shell("rm -rf .git && git init -q");
        String save =
                hooks("hooks", "shell", "--project", "p").out().lines().toList().getLast();
        assertThat(shell(save).exitCode()).isZero();
        assertThat(folder.resolve("text")).doesNotExist();
    }

    @Test
    void project_isNamedByTheDirectory() {
        assertThat(hooks("hooks", "shell").out()).contains("project=cli");
    }

    @Test
    void unknownKind_isWrongUsage() {
        Result result = hooks("hooks", "emacs");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("'emacs' has no hooks that are known here; known are claude-code, git, shell.\n");
    }
}
