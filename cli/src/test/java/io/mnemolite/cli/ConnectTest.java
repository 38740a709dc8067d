package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.CommandLineRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectTest {

    private static final Path LAUNCHER = Path.of("/opt/mnemolite/mnemolite");

    @TempDir
    Path folder = Path.of("");

    private CommandLineRun commandLine() {
        return new CommandLineRun(Path.of(""))
                .with("MNEMOLITE_HOME", "")
                .with("HOME", folder.toString())
                .launchedBy(LAUNCHER);
    }

    private Result run(String... arguments) {
        return commandLine().run(arguments);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"claude-code", "claude-desktop", "cursor", "vscode", "codex", "windsurf", "zed", "gemini-cli"})
    void everyClient_isShownAndWritten(String client) throws IOException {
        JsonNode shown = ServerTest.json(run("connect", client, "--json").out());
        Path file = Path.of(shown.path("file").asText());
        assertThat(file).doesNotExist().startsWithRaw(folder);
        assertThat(shown.at("/entry/command").asText()).isEqualTo(LAUNCHER.toString());
        assertThat(shown.at("/entry/args")).hasToString("[\"mcp\"]");
        assertThat(shown.path("files").size()).isEqualTo(3);

        JsonNode written =
                ServerTest.json(run("connect", client, "--write", "--json").out());
        assertThat(written.path("outcome").asText()).isEqualTo("added");
        assertThat(written.path("backup").isNull()).isTrue();
        assertThat(file).hasContent(shown.path("snippet").asText());

        assertThat(run("connect", client, "--write").out())
                .isEqualTo(file + " has this entry already; nothing was changed.\n");
        Result replaced = run("connect", client, "--write", "--project", "atlas");
        assertThat(replaced.out())
                .startsWith("Replaced another entry named mnemolite in " + file + ". The file as it was is in " + file
                        + ".bak. Restart ");
        assertThat(Files.readString(file)).contains("atlas");
        assertThat(Path.of(file + ".bak")).hasContent(shown.path("snippet").asText());
    }

    @Test
    void text_saysWhereAndWhat() {
        Result result = run("connect", "vscode", "--project", "a b");
        assertThat(result.out()).isEqualTo("""
                VS Code reads %s/.config/Code/User/mcp.json. Put this there, beside what it holds:

                {
                  "servers": {
                    "mnemolite": {
                      "type": "stdio",
                      "command": "/opt/mnemolite/mnemolite",
                      "args": [ "mcp", "--project", "a b" ]
                    }
                  }
                }

                With --write this command does it. The file of the user, by system:
                  Linux: ~/.config/Code/User/mcp.json
                  macOS: ~/Library/Application Support/Code/User/mcp.json
                  Windows: %%APPDATA%%\\Code\\User\\mcp.json
                """.formatted(folder));
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void http_namesTheKeyWithoutHoldingIt() {
        Result result = commandLine()
                .with("MNEMOLITE_API_KEY", "secret")
                .run("connect", "cursor", "--http", "--url", "https://h:1/", "--project", "a/b", "--json");
        assertThat(ServerTest.json(result.out()).path("entry"))
                .hasToString("{\"url\":\"https://h:1/mcp/a%2Fb\",\"headers\":{\"Authorization\":"
                        + "\"Bearer ${env:MNEMOLITE_API_KEY}\"}}");
        assertThat(result.out()).doesNotContain("secret");
    }

    @Test
    void arguments_carryWhatTheClientsEnvironmentWillNot() {
        Result result = commandLine()
                .with("MNEMOLITE_HOME", "/srv/memory")
                .with("MNEMOLITE_URL", "http://h:1")
                .run("connect", "zed", "--api-key-file", "/k", "--json");
        assertThat(ServerTest.json(result.out()).at("/entry/args"))
                .hasToString("[\"mcp\",\"--url\",\"http://h:1\",\"--home\",\"/srv/memory\",\"--api-key-file\",\"/k\"]");
    }

    @Test
    void permissionsAndLinks_stay() throws IOException {
        Path real = Files.createDirectories(folder.resolve("dotfiles")).resolve("claude.json");
        Files.writeString(real, "{\"a\": 1}");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve(".claude.json"), Path.of("dotfiles", "claude.json"));
        assertThat(run("connect", "claude-code", "--write").exitCode()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(real)).startsWith("{\"a\": 1,").contains("mnemolite");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-r-----");
        assertThat(folder.resolve("dotfiles/claude.json.bak")).hasContent("{\"a\": 1}");
        assertThat(files()).containsExactly(Path.of(".claude.json"), Path.of("dotfiles"));
    }

    @Test
    void brokenFile_isLeftAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve(".claude.json"), "{\"a\": ");
        Result result = run("connect", "claude-code", "--write");
        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err())
                .startsWith("The file " + file + " is not valid JSON (")
                .contains("so it was left as it is. Put this there by hand:\n\n{\n  \"mcpServers\"");
        assertThat(file).hasContent("{\"a\": ");
        Files.write(file, new byte[] {'"', (byte) 0xff, '"'});
        assertThat(run("connect", "claude-code", "--write").err()).contains(" is not UTF-8, so it was left");
        assertThat(files()).containsExactly(Path.of(".claude.json"));
    }

    @Test
    void fileOfAProject_isWrittenWhereItIsWanted() throws IOException {
        Path file = folder.resolve("project/.cursor/mcp.json");
        assertThat(run("connect", "cursor", "--write", "--file", file.toString())
                        .out())
                .startsWith("Added mnemolite to " + file + ". Restart Cursor");
        assertThat(Files.readString(file)).contains("mcpServers");
    }

    @Test
    void unknownClient_isWrongUsage() {
        Result result = run("connect", "emacs");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("'emacs' is no client that is known here; known are claude-code, claude-desktop, cursor,"
                        + " vscode, codex, windsurf, zed, gemini-cli.\n");
    }

    @Test
    void withoutTheLauncher_thereIsNoCommandToName() {
        Result result = new CommandLineRun(folder).run("connect", "cursor");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("Where the launcher is, is not known");
    }
}
