package io.mnemolite.cli.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTest {

    private static final Map<String, String> HOME = Map.of("HOME", "/h");

    @ParameterizedTest
    @CsvSource({
        "claude-code, /h/.claude.json, /h/.claude.json, /h/.claude.json",
        "claude-desktop, /h/.config/Claude/claude_desktop_config.json,"
                + " /h/Library/Application Support/Claude/claude_desktop_config.json,"
                + " /h/AppData/Roaming/Claude/claude_desktop_config.json",
        "cursor, /h/.cursor/mcp.json, /h/.cursor/mcp.json, /h/.cursor/mcp.json",
        "vscode, /h/.config/Code/User/mcp.json, /h/Library/Application Support/Code/User/mcp.json,"
                + " /h/AppData/Roaming/Code/User/mcp.json",
        "codex, /h/.codex/config.toml, /h/.codex/config.toml, /h/.codex/config.toml",
        "windsurf, /h/.codeium/windsurf/mcp_config.json, /h/.codeium/windsurf/mcp_config.json,"
                + " /h/.codeium/windsurf/mcp_config.json",
        "zed, /h/.config/zed/settings.json, /h/.config/zed/settings.json, /h/AppData/Roaming/Zed/settings.json",
        "gemini-cli, /h/.gemini/settings.json, /h/.gemini/settings.json, /h/.gemini/settings.json"
    })
    void file_isWhereTheClientReadsIt(String id, Path linux, Path macos, Path windows) {
        Client client = Client.named(id);
        assertThat(client.file(Platform.LINUX, HOME)).isEqualTo(linux);
        assertThat(client.file(Platform.MACOS, HOME)).isEqualTo(macos);
        assertThat(client.file(Platform.WINDOWS, HOME)).isEqualTo(windows);
    }

    @Test
    void file_followsTheEnvironment() {
        assertThat(Client.VSCODE.file(Platform.LINUX, Map.of("HOME", "/h", "XDG_CONFIG_HOME", "/x")))
                .isEqualTo(Path.of("/x/Code/User/mcp.json"));
        assertThat(Client.ZED.file(Platform.MACOS, Map.of("HOME", "/h", "XDG_CONFIG_HOME", "/x")))
                .isEqualTo(Path.of("/h/.config/zed/settings.json"));
        assertThat(Client.CODEX.file(Platform.LINUX, Map.of("HOME", "/h", "CODEX_HOME", "/c")))
                .isEqualTo(Path.of("/c/config.toml"));
        assertThat(Client.CLAUDE_DESKTOP.file(Platform.WINDOWS, Map.of("USERPROFILE", "/u", "APPDATA", "/a")))
                .isEqualTo(Path.of("/a/Claude/claude_desktop_config.json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "claude-code | {\"type\":\"stdio\",\"command\":\"/m\",\"args\":[\"mcp\"]}",
                "claude-desktop | {\"command\":\"/m\",\"args\":[\"mcp\"]}",
                "cursor | {\"command\":\"/m\",\"args\":[\"mcp\"]}",
                "vscode | {\"type\":\"stdio\",\"command\":\"/m\",\"args\":[\"mcp\"]}",
                "codex | {\"command\":\"/m\",\"args\":[\"mcp\"]}",
                "windsurf | {\"command\":\"/m\",\"args\":[\"mcp\"]}",
                "zed | {\"command\":\"/m\",\"args\":[\"mcp\"]}",
                "gemini-cli | {\"command\":\"/m\",\"args\":[\"mcp\"]}"
            })
    void command_isWrittenAsTheClientReadsIt(String id, String entry) {
        assertThat(Client.named(id).command("/m", List.of("mcp"))).hasToString(entry);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "claude-code | {\"type\":\"http\",\"url\":\"u\",\"headers\":{\"Authorization\":\"Bearer ${K}\"}}",
                "cursor | {\"url\":\"u\",\"headers\":{\"Authorization\":\"Bearer ${env:K}\"}}",
                "vscode | {\"type\":\"http\",\"url\":\"u\",\"headers\":{\"Authorization\":\"Bearer ${env:K}\"}}",
                "codex | {\"url\":\"u\",\"bearer_token_env_var\":\"K\"}",
                "windsurf | {\"serverUrl\":\"u\",\"headers\":{\"Authorization\":\"Bearer ${env:K}\"}}",
                "gemini-cli | {\"httpUrl\":\"u\",\"headers\":{\"Authorization\":\"Bearer $K\"}}"
            })
    void url_takesTheKeyFromTheEnvironment(String id, String entry) {
        assertThat(Client.named(id).url("u", "K")).hasToString(entry);
        assertThat(Client.named(id).url("u", null).toString()).doesNotContain("K");
    }

    @Test
    void url_thatAClientCannotTake_isRefused() {
        assertThatThrownBy(() -> Client.CLAUDE_DESKTOP.url("u", null))
                .hasMessage("Claude Desktop takes no URL in its configuration; leave --http out.");
        assertThatThrownBy(() -> Client.ZED.url("u", "K"))
                .hasMessageContaining("Zed takes no header from the environment");
        assertThat(Client.ZED.url("u", null)).hasToString("{\"url\":\"u\"}");
    }
}
