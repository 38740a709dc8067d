package io.mnemolite.cli.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.failure.CommandFailure;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A program that speaks MCP, and the configuration it reads, as its own documentation tells. */
enum Client {
    CLAUDE_CODE("claude-code", "Claude Code", "mcpServers", "url", "Bearer ${%s}") {
        @Override
        Path file(Platform platform, Map<String, String> environment) {
            return platform.home(environment).resolve(".claude.json");
        }

        @Override
        boolean namesTransport() {
            return true;
        }
    },
    CLAUDE_DESKTOP("claude-desktop", "Claude Desktop", "mcpServers", null, null) {
        @Override
        Path file(Platform platform, Map<String, String> environment) {
            return platform.applications(environment).resolve("Claude").resolve("claude_desktop_config.json");
        }
    },
    CURSOR("cursor", "Cursor", "mcpServers", "url", "Bearer ${env:%s}") {
        @Override
        Path file(Platform platform, Map<String, String> environment) {
            return platform.home(environment).resolve(".cursor").resolve("mcp.json");
        }
    },
    VSCODE("vscode", "VS Code", "servers", "url", "Bearer ${env:%s}") {
        @Override
        Path file(Platform platform, Map<String, String> environment) {
            return platform.applications(environment)
                    .resolve("Code")
                    .resolve("User")
                    .resolve("mcp.json");
        }

        @Override
        boolean namesTransport() {
            return true;
        }
    },
    CODEX("codex", "Codex", "mcp_servers", "url", "%s") {
        @Override
        Path file(Platform platform, Map<String, String> environment) {
            String folder = environment.getOrDefault("CODEX_HOME", "");
            Path home = folder.isBlank() ? platform.home(environment).resolve(".codex") : Path.of(folder);
            return home.resolve("config.toml");
        }

        @Override
        boolean isToml() {
            return true;
        }

        @Override
        void authorize(ObjectNode entry, String variable) {
            entry.put("bearer_token_env_var", variable);
        }
    },
    WINDSURF("windsurf", "Windsurf", "mcpServers", "serverUrl", "Bearer ${env:%s}") {
        @Override
        Path file(Platform platform, Map<String, String> environment) {
            return platform.home(environment)
                    .resolve(".codeium")
                    .resolve("windsurf")
                    .resolve("mcp_config.json");
        }
    },
    ZED("zed", "Zed", "context_servers", "url", null) {
        @Override
        Path file(Platform platform, Map<String, String> environment) {
            String folder = platform == Platform.WINDOWS ? "Zed" : "zed";
            return platform.configuration(environment).resolve(folder).resolve("settings.json");
        }
    },
    GEMINI_CLI("gemini-cli", "Gemini CLI", "mcpServers", "httpUrl", "Bearer $%s") {
        @Override
        Path file(Platform platform, Map<String, String> environment) {
            return platform.home(environment).resolve(".gemini").resolve("settings.json");
        }
    };

    private final String id;
    private final String title;
    private final String section;
    private final @Nullable String address;
    private final @Nullable String authorization;

    /**
     * @param section the key under which servers stand
     * @param address the key of a URL; null when the file takes none
     * @param authorization the header's value with %s for an environment variable; null when it takes none from there
     */
    Client(String id, String title, String section, @Nullable String address, @Nullable String authorization) {
        this.id = id;
        this.title = title;
        this.section = section;
        this.address = address;
        this.authorization = authorization;
    }

    static Client named(String id) {
        return Arrays.stream(values())
                .filter(client -> client.id.equals(id))
                .findAny()
                .orElseThrow(() ->
                        CommandFailure.usage("'" + id + "' is no client that is known here; known are " + ids() + "."));
    }

    static String ids() {
        return Arrays.stream(values()).map(client -> client.id).collect(Collectors.joining(", "));
    }

    String id() {
        return id;
    }

    /** Its name for people. */
    String title() {
        return title;
    }

    String section() {
        return section;
    }

    /** The file of the user, for all projects. */
    abstract Path file(Platform platform, Map<String, String> environment);

    boolean isToml() {
        return false;
    }

    /** Whether an entry says how it speaks; elsewhere the client sees that by itself. */
    boolean namesTransport() {
        return false;
    }

    /** An entry by which the client starts a command. */
    ObjectNode command(String program, Iterable<String> arguments) {
        ObjectNode entry = Json.object();
        if (namesTransport()) {
            entry.put("type", "stdio");
        }
        entry.put("command", program);
        arguments.forEach(entry.putArray("args")::add);
        return entry;
    }

    /**
     * An entry by which the client speaks to a URL.
     *
     * @param variable the environment variable with the API key; null when the server needs none
     */
    ObjectNode url(String url, @Nullable String variable) {
        if (address == null) {
            throw CommandFailure.usage(title + " takes no URL in its configuration; leave --http out.");
        }
        if (variable != null && authorization == null) {
            throw CommandFailure.usage(title + " takes no header from the environment, and the API key does not belong"
                    + " into a file; leave --http out, and give --api-key-file.");
        }
        ObjectNode entry = Json.object();
        if (namesTransport()) {
            entry.put("type", "http");
        }
        entry.put(address, url);
        if (variable != null) {
            authorize(entry, variable);
        }
        return entry;
    }

    void authorize(ObjectNode entry, String variable) {
        entry.putObject("headers")
                .put("Authorization", String.valueOf(authorization).formatted(variable));
    }
}
