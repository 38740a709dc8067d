package io.mnemolite.cli.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.api.Json;
import java.io.UncheckedIOException;

/**
 * The shell commands by which a session is saved and loaded, and where they belong. Each ends with 0, for a memory that
 * is away is no reason to stop an agent.
 *
 * @param launcher the absolute path of mnemolite
 * @param project the project's name
 */
record Hooks(String launcher, String project) {

    /** Prints what the memory holds. */
    String load() {
        return mnemolite("search 'decisions, conventions, open work' " + meta() + " --limit 5") + " || true";
    }

    /** Stores the commits of the last twelve hours, if there are any. */
    String save() {
        return "commits=$(git log --since='12 hours ago' --format='%h %s'); [ -z \"$commits\" ] || printf '%s\\n' \"$commits\" | "
                + mnemolite("remember - " + meta() + " --meta kind=session") + " >/dev/null || true";
    }

    /** Stores the message of the last commit. */
    String commit() {
        return "git log -1 --format=%B | " + mnemolite("remember - " + meta() + " --meta kind=commit")
                + " >/dev/null || true";
    }

    /** The settings of Claude Code: what the first command prints becomes part of the session. */
    String claudeCode() {
        ObjectNode settings = Json.object();
        ObjectNode hooks = settings.putObject("hooks");
        add(hooks, "SessionStart", load());
        add(hooks, "SessionEnd", save());
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(ObjectNode hooks, String event, String command) {
        hooks.putArray(event)
                .addObject()
                .putArray("hooks")
                .addObject()
                .put("type", "command")
                .put("command", command);
    }

    private String mnemolite(String rest) {
        return quoted(launcher) + " " + rest;
    }

    private String meta() {
        return "--meta " + quoted("project=" + project);
    }

    private static String quoted(String text) {
        return text.matches("[\\w./=@:+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
