package io.mnemolite.benchmarks.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A measured process that says on its standard output where it listens: the packaged server or the floor server. */
public final class Server implements AutoCloseable {

    private static final Pattern LISTENS = Pattern.compile("listens at http://[^:]+:(\\d+)");
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Process process;
    private final Started started;

    private record Started(int port, Duration time) {}

    private Server(Process process, Started started) {
        this.process = process;
        this.started = started;
    }

    /** How the server embeds. */
    public enum Embedding {
        MOCK,
        REAL
    }

    /** The packaged server on {@code home}, in production, with the launcher's flags. */
    public static Server start(Settings settings, Path home, Embedding embedding, String... furtherFlags) {
        List<String> command = new ArrayList<>();
        command.add(Settings.java().toString());
        command.addAll(Settings.serverFlags());
        command.addAll(List.of(furtherFlags));
        command.addAll(List.of(
                "-jar",
                settings.project()
                        .resolve("server/target/quarkus-app/quarkus-run.jar")
                        .toString(),
                "--home",
                home.toString(),
                "--port",
                Integer.toString(freePort())));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("MNEMOLITE_")
                        || name.startsWith("EMBEDDING_")
                        || name.endsWith("DATABASE_URL"));
        builder.environment().put("ENVIRONMENT", "production");
        if (embedding == Embedding.MOCK) {
            builder.environment().put("EMBEDDING_MODE", "mock");
        }
        return start(builder, settings.work().resolve(home.getFileName() + ".log"));
    }

    /** A class of this program in a JVM of its own, with the same flags as the packaged server. */
    public static Server start(Settings settings, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Settings.java().toString());
        command.addAll(Settings.serverFlags());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return start(new ProcessBuilder(command), settings.work().resolve(main.getSimpleName() + ".log"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Server start(ProcessBuilder builder, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            CompletableFuture<Started> listening = new CompletableFuture<>();
            long begun = System.nanoTime();
            Process process = builder.redirectErrorStream(true).start();
            Thread.ofPlatform()
                    .daemon()
                    .name("output of " + process.pid())
                    .start(() -> follow(process, log, begun, listening));
            try {
                return new Server(process, listening.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS));
            } catch (ExecutionException | TimeoutException e) {
                process.destroy();
                throw new IllegalStateException("The server did not start; its output is in " + log, e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void follow(Process process, Path log, long begun, CompletableFuture<Started> listening) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
                PrintWriter copy = new PrintWriter(Files.newBufferedWriter(log), true)) {
            String line;
            while ((line = output.readLine()) != null) {
                Matcher matcher = LISTENS.matcher(line);
                if (matcher.find()) {
                    listening.complete(new Started(
                            Integer.parseInt(matcher.group(1)), Duration.ofNanos(System.nanoTime() - begun)));
                }
                copy.println(line);
            }
            listening.completeExceptionally(new IOException("The process ended."));
        } catch (IOException e) {
            listening.completeExceptionally(e);
        }
    }

    public int port() {
        return started.port();
    }

    /** From the process's creation to the line that says where it listens. */
    public Duration startTime() {
        return started.time();
    }

    public Api api() {
        return new Api(port());
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Processor time it has used. */
    public Duration processorTime() {
        return handle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** SIGTERM, and patience; PostgreSQL is over as well when this returns. */
    @Override
    public void close() {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(handle()), handle().descendants()).toList();
        process.destroy();
        for (ProcessHandle one : all) {
            try {
                one.onExit().get(30, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                one.destroyForcibly();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
