package io.mnemolite.cli.terminal;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything outside the process that a command touches, apart from files and the server.
 *
 * @param outIsTerminal whether a person looks at standard output
 * @param errIsTerminal whether a person looks at standard error
 * @param columns the width to wrap at
 * @param pollInterval how long to wait between two questions about a running job
 * @param launcher the script that started this program and can start a server; null without it
 */
public record Surroundings(
        Map<String, String> environment,
        InputStream in,
        Output out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        int columns,
        Clock clock,
        Duration pollInterval,
        @Nullable Path launcher) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Colours for standard output: only for a person, and not when {@code NO_COLOR} is set. */
    public Style style() {
        return new Style(
                outIsTerminal && environment.getOrDefault("NO_COLOR", "").isEmpty());
    }
}
