package io.mnemolite.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged command line program as a process of its own. */
public final class CommandProcess implements AutoCloseable {

    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx256m");
    private static final Set<String> HASHING = Set.of("backup", "restore", "verify-backup");

    private final Process process;
    private final Path output;

    private CommandProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** What a command left behind: its exit code, and its two streams in one. */
    record Outcome(int exitCode, String output) {}

    /** Starts it with the home; what it prints goes into a file beside the home. */
    static CommandProcess start(Path home, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        // As the launcher does it.
        if (!HASHING.contains(arguments[0])) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.add("-jar");
        command.add(program().toString());
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile(home.toAbsolutePath().getParent(), "command-", ".log");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.startsWith("MNEMOLITE_") || name.endsWith("DATABASE_URL"));
            builder.environment().put("MNEMOLITE_HOME", home.toString());
            builder.environment().putAll(environment);
            return new CommandProcess(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Outcome run(Path home, String... arguments) {
        try (CommandProcess command = start(home, Map.of(), arguments)) {
            return command.await();
        }
    }

    Process process() {
        return process;
    }

    String output() {
        return Homes.read(output);
    }

    /** Waits for the end. */
    Outcome await() {
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                throw new AssertionError("The command did not end:\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
        return new Outcome(process.exitValue(), output());
    }

    /** kill -9, unless it has ended: nothing gets to clean up. */
    @Override
    public void close() {
        process.destroyForcibly();
        await();
    }

    /** The packaged program. */
    public static Path program() {
        Path target = Path.of(System.getProperty("mnemolite.project"), "cli", "target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches("mnemolite-cli-[0-9.]+\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("The command line program is not packaged in " + target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
