package io.mnemolite.e2e.agent;

import io.mnemolite.e2e.CommandProcess;
import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.KeptRuntime;
import io.mnemolite.e2e.PackagedServer;
import io.mnemolite.e2e.Polling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The product as a person unpacks it, the launcher beside the packages, with a home of its own; whatever runs of it is ended
 * with it. All share one copy, so that what makes starts fast is made once.
 */
final class Installation implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Path PRODUCT = unpack();
    private static final Path LAUNCHER = PRODUCT.resolve("mnemolite");

    private final Path folder;

    private Installation(Path folder) {
        this.folder = folder;
    }

    static Installation in(Path folder) {
        Installation installation = new Installation(folder);
        KeptRuntime.giveTo(installation.home());
        return installation;
    }

    private static Path unpack() {
        Path project = Path.of(System.getProperty("mnemolite.project"))
                .toAbsolutePath()
                .normalize();
        try {
            Path product = Files.createTempDirectory("mnemolite-product");
            Path library = Files.createDirectories(product.resolve("lib"));
            Files.createSymbolicLink(library.resolve("server"), project.resolve("server/target/quarkus-app"));
            Path cli = Files.createDirectories(library.resolve("cli"));
            Path program = CommandProcess.program().toAbsolutePath().normalize();
            Files.copy(program, cli.resolve(program.getFileName()));
            Files.createSymbolicLink(cli.resolve("lib"), program.resolveSibling("lib"));
            Files.copy(project.resolve(".mvn/find-jdk.sh"), library.resolve("find-jdk.sh"));
            Files.copy(project.resolve("mnemolite"), product.resolve("mnemolite"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(product)));
            return product;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    Path home() {
        return folder.resolve("home");
    }

    Path launcher() {
        return LAUNCHER;
    }

    /** What a client's configuration tells the programs it starts. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("EMBEDDING_MODE", "mock");
        environment.put("MNEMOLITE_HOME", home().toString());
        environment.put("MNEMOLITE_HTTP_PORT", "0");
        environment.put("MNEMOLITE_CODE_INDEX_ROOTS", folder.toString());
        return environment;
    }

    /** {@code mnemolite mcp}, as a client starts it. */
    StdioClient mcp(String... arguments) {
        return StdioClient.start(folder, LAUNCHER, environment(), arguments);
    }

    /** Runs a command to its end. */
    int run(String... arguments) {
        Path output = folder.resolve("command.log");
        ProcessBuilder builder = new ProcessBuilder("bash", LAUNCHER.toString());
        builder.command().addAll(List.of(arguments));
        PackagedServer.tell(builder.redirectErrorStream(true).redirectOutput(output.toFile()), environment());
        try {
            Process process = builder.start();
            Polling.until(String.join(" ", arguments), Duration.ofMinutes(2), () -> !process.isAlive());
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server that runs, as its state file tells. */
    ProcessHandle server() {
        return ProcessHandle.of(Http.tree(state()).path("pid").asLong())
                .orElseThrow(() -> new AssertionError("No server runs: " + state()));
    }

    Http http() {
        return new Http(Http.tree(state()).path("url").asText());
    }

    private String state() {
        try {
            return Files.readString(home().resolve("server.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every process whose command names the home or the product: servers, databases, proxies. */
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process).contains(folder.toString())
                        || commandLine(process).contains(PRODUCT.toString()))
                .toList();
    }

    /** Those of them that serve the home; one that makes the cache of classes for the next start serves nobody. */
    List<ProcessHandle> servers() {
        return processes().stream()
                .filter(process -> commandLine(process).contains("quarkus-run.jar"))
                .filter(process -> !commandLine(process).contains("-XX:AOTCacheOutput"))
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .replace('\0', ' ');
        } catch (IOException gone) {
            return "";
        }
    }

    /** kill -9, and waits until it is gone. */
    static void kill(ProcessHandle process) {
        process.destroyForcibly();
        Polling.until("process " + process.pid() + " is gone", PATIENCE, () -> !process.isAlive());
    }

    /** Ends whatever of it runs. */
    @Override
    public void close() {
        servers().forEach(ProcessHandle::destroy);
        try {
            Polling.until("the servers end", PATIENCE, () -> servers().isEmpty());
        } finally {
            processes().forEach(ProcessHandle::destroyForcibly);
            KeptRuntime.takeFrom(home());
        }
    }
}
