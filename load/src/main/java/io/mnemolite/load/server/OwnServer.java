package io.mnemolite.load.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged server in a process of its own, in production. */
public final class OwnServer implements Target {

    private static final Pattern LISTENS = Pattern.compile("listens at (http://[^ ]+:\\d+)");
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final Process process;
    private final Api api;
    private final List<String> flags;

    private OwnServer(Process process, Api api, List<String> flags) {
        this.process = process;
        this.api = api;
        this.flags = flags;
    }

    /**
     * Starts it on an empty home and returns once it listens.
     *
     * @param work where its home and its output go
     * @throws TargetException when it does not start
     */
    public static OwnServer startEmpty(Path project, Path work, Launch launch) {
        try {
            Folders.delete(home(work));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return start(project, work, launch);
    }

    /** As {@link #startEmpty}, but on the home that is there. */
    public static OwnServer start(Path project, Path work, Launch launch) {
        List<String> flags = flags();
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(flags);
        java.addAll(List.of(
                "-jar",
                project.resolve("server/target/quarkus-app/quarkus-run.jar").toString(),
                "--home",
                home(work).toString(),
                "--port",
                "0"));
        ProcessBuilder builder = new ProcessBuilder(launch.command(java)).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("MNEMOLITE_")
                        || name.startsWith("EMBEDDING_")
                        || name.endsWith("DATABASE_URL"));
        builder.environment().put("ENVIRONMENT", "production");
        if (launch.isMock()) {
            builder.environment().put("EMBEDDING_MODE", "mock");
        }
        try {
            Files.createDirectories(work);
            return start(builder, work.resolve("server.log"), flags);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The home of the server whose files are in {@code work}. */
    static Path home(Path work) {
        return work.resolve("home");
    }

    /** Those of the launcher. */
    private static List<String> flags() {
        String shared = System.getProperty("mnemolite.jvm.flags", "");
        return Stream.concat(
                        Arrays.stream(shared.split(" ")).filter(flag -> !flag.isEmpty()),
                        Stream.of("-XX:+UseG1GC", "-Xmx512m"))
                .toList();
    }

    private static OwnServer start(ProcessBuilder builder, Path log, List<String> flags) throws IOException {
        CompletableFuture<String> listening = new CompletableFuture<>();
        Process process = builder.start();
        Thread.ofPlatform().daemon().name("output of " + process.pid()).start(() -> follow(process, log, listening));
        try {
            String url = listening.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
            return new OwnServer(process, new Api(url), flags);
        } catch (ExecutionException | TimeoutException e) {
            process.destroy();
            throw new TargetException("The server did not start; its output is in " + log + ".", e);
        } catch (InterruptedException e) {
            process.destroy();
            throw new IllegalStateException(e);
        }
    }

    private static void follow(Process process, Path log, CompletableFuture<String> listening) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
                PrintWriter copy = new PrintWriter(Files.newBufferedWriter(log), true)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher matcher = LISTENS.matcher(line);
                if (matcher.find()) {
                    listening.complete(matcher.group(1));
                }
                copy.println(line);
            }
            listening.completeExceptionally(new IOException("The process ended."));
        } catch (IOException e) {
            listening.completeExceptionally(e);
        }
    }

    @Override
    public Api api() {
        return api;
    }

    @Override
    public boolean isOwn() {
        return true;
    }

    @Override
    public String jvmOptions() {
        return String.join(" ", flags);
    }

    /** SIGTERM, and patience; PostgreSQL is over as well when this returns. */
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        process.destroy();
        for (ProcessHandle one : all) {
            try {
                one.onExit().get(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                one.destroyForcibly();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
