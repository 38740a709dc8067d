package io.mnemolite.cli;

import io.mnemolite.cli.terminal.Output;
import io.mnemolite.cli.terminal.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the command line in this process, with surroundings under the test's control. */
final class CommandLineRun {

    static final Instant NOW = Instant.parse("2026-05-10T12:00:00Z");

    /** What a run left behind. */
    record Result(int exitCode, String out, String err) {}

    private final Map<String, String> environment = new HashMap<>();
    private InputStream in = InputStream.nullInputStream();
    private boolean terminal;
    private @Nullable Path launcher;

    /** A home that holds nothing, so that a server of the machine is never spoken to. */
    CommandLineRun(Path home) {
        environment.put("MNEMOLITE_HOME", home.toString());
    }

    CommandLineRun with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    CommandLineRun input(String text) {
        return input(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    CommandLineRun input(InputStream stream) {
        in = stream;
        return this;
    }

    CommandLineRun launchedBy(Path script) {
        launcher = script;
        return this;
    }

    CommandLineRun onTerminal() {
        terminal = true;
        return this;
    }

    Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Result result = run(out, arguments);
        return new Result(result.exitCode(), out.toString(StandardCharsets.UTF_8), result.err());
    }

    Result run(OutputStream out, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings around = new Surroundings(
                environment,
                in,
                new Output(out),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal,
                terminal,
                80,
                Clock.fixed(NOW, ZoneOffset.UTC),
                Duration.ofMillis(1),
                launcher);
        int exitCode = new Program(around).run(arguments);
        return new Result(exitCode, "", err.toString(StandardCharsets.UTF_8));
    }
}
