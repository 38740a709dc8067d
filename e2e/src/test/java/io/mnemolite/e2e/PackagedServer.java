package io.mnemolite.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged server as a process of its own, on a home directory of its own, at a free port. */
public final class PackagedServer implements AutoCloseable {

    private static final Pattern LISTENS = Pattern.compile("listens at (http://\\S+)");
    private static final Duration START_PATIENCE = Duration.ofSeconds(90);

    private final Path home;
    private final Process process;
    private final Path output;
    private final String url;

    private PackagedServer(Path home, Process process, Path output, String url) {
        this.home = home;
        this.process = process;
        this.output = output;
        this.url = url;
    }

    /** Most servers answer some requests and end: what the second compiler makes of their code comes too late. */
    private static final List<String> SHORT_LIFE = List.of("-XX:TieredStopAtLevel=1");

    /** Mock vectors and a home of its own: what most tests want. */
    public static PackagedServer start(Path home) {
        return start(home, Map.of("EMBEDDING_MODE", "mock"));
    }

    public static PackagedServer start(Path home, Map<String, String> environment, String... arguments) {
        if (!environment.containsKey("DATABASE_URL")) {
            KeptRuntime.giveTo(home);
            EmptyStore.giveTo(home);
        }
        return start(home, environment, shortLife(), arguments);
    }

    /** As {@link #start(Path)}, in a home in which it makes everything itself, and with the compilers of long runs. */
    static PackagedServer startAnew(Path home) {
        return start(home, Map.of("EMBEDDING_MODE", "mock"), KeptRuntime.usingClasses());
    }

    private static List<String> shortLife() {
        return Stream.concat(SHORT_LIFE.stream(), KeptRuntime.usingClasses().stream())
                .toList();
    }

    private static PackagedServer start(
            Path home, Map<String, String> environment, List<String> options, String... arguments) {
        Path output = home.resolveSibling(home.getFileName() + "-output.log");
        Process process = launch(home, environment, options, output, arguments);
        long end = System.nanoTime() + START_PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Matcher matcher = LISTENS.matcher(read(output));
            if (matcher.find()) {
                return new PackagedServer(home, process, output, matcher.group(1));
            }
            if (!process.isAlive()) {
                break;
            }
            Polling.pause();
        }
        process.destroyForcibly();
        throw new AssertionError("The server did not start:\n" + read(output));
    }

    /** Starts the process and does not wait for it. */
    public static Process launch(Path home, Map<String, String> environment, Path output, String... arguments) {
        return launch(home, environment, shortLife(), output, arguments);
    }

    /** @param options of the JVM */
    static Process launch(
            Path home, Map<String, String> environment, List<String> options, Path output, String... arguments) {
        KeptRuntime.giveTo(home);
        Path project = Path.of(System.getProperty("mnemolite.project"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JvmFlags.all());
        command.addAll(options);
        command.addAll(List.of(
                "-Xmx512m",
                "-jar",
                project.resolve("server/target/quarkus-app/quarkus-run.jar").toString(),
                "--home",
                home.toString(),
                "--port",
                "0"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        tell(builder, environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a process these variables beside the test's own, without those that tell MnemoLite something. */
    public static void tell(ProcessBuilder builder, Map<String, String> environment) {
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("MNEMOLITE_")
                        || name.startsWith("EMBEDDING_")
                        || name.endsWith("DATABASE_URL")
                        || name.equals("ENVIRONMENT"));
        builder.environment().putAll(environment);
    }

    public String url() {
        return url;
    }

    public Http http() {
        return new Http(url);
    }

    public long pid() {
        return process.pid();
    }

    public Process process() {
        return process;
    }

    public String output() {
        return read(output);
    }

    /** kill -9: nothing gets to clean up. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    /** SIGTERM, as by Ctrl-C or {@code mnemolite stop}; the exit code. */
    public int stop() {
        process.destroy();
        await();
        return process.exitValue();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        KeptRuntime.takeFrom(home);
    }

    private void await() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("The server did not end:\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
