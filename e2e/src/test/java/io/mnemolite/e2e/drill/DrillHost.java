package io.mnemolite.e2e.drill;

import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.JvmFlags;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A host with HAProxy, a deployment root, and the deployer's command. */
final class DrillHost implements AutoCloseable {

    private final Path root;
    private final Ports ports = Ports.free();
    private final String databaseUrl;
    private final Haproxy haproxy;
    private final boolean hasClassCache;
    private final AtomicInteger runs = new AtomicInteger();

    /**
     * @param settings lines of deployment.properties beside the ports and the database
     * @param hasClassCache whether starts are fast for the price of 20 s of preparation for each release
     */
    DrillHost(Path root, String databaseUrl, String settings, boolean hasClassCache) throws IOException {
        this.hasClassCache = hasClassCache;
        this.root = Files.createDirectories(root);
        this.databaseUrl = databaseUrl;
        Files.writeString(
                root.resolve("deployment.properties"),
                settings + "\ndatabase.url=" + databaseUrl + "\nslot.blue.port=" + ports.blue() + "\nslot.green.port="
                        + ports.green() + "\n");
        Files.writeString(root.resolve("server.properties"), "embedding.mode=mock\n");
        this.haproxy = new Haproxy(root, ports);
    }

    int port() {
        return ports.front();
    }

    /** Gives a setting of the deployment another value, from its next command on. */
    void set(String name, String value) throws IOException {
        Path file = root.resolve("deployment.properties");
        Files.writeString(
                file, Files.readString(file).replaceAll("(?m)^" + Pattern.quote(name) + "=.*", name + "=" + value));
    }

    /** Names of what lies in a folder of the deployment. */
    List<String> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    Haproxy haproxy() {
        return haproxy;
    }

    Http http() {
        return new Http("http://127.0.0.1:" + ports.front());
    }

    /** A deployer at work. */
    record Run(Process process, Path output) {

        /** The exit code. */
        int await() {
            return Processes.await(process, 300);
        }

        String text() {
            return Processes.read(output);
        }

        /** Ends it now, by kill -9. */
        void kill() {
            process.destroyForcibly();
            Processes.await(process, 10);
        }
    }

    /** Begins {@code mnemolite deploy}, and does not wait for it. */
    Run deploy(String... arguments) {
        Path cli = Path.of(System.getProperty("mnemolite.project"), "cli", "target");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JvmFlags.all());
        command.addAll(List.of(
                // As the launcher does.
                arguments[0].equals("rollback") ? "-XX:TieredStopAtLevel=1" : "-XX:+TieredCompilation",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Xlog:disable"));
        if (!JvmFlags.haveAgent()) {
            command.addAll(
                    List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + root.resolve("deployer.jsa")));
        }
        command.addAll(List.of("-jar", Archives.jar(cli).toString(), "deploy"));
        command.addAll(List.of(arguments));
        Path output = root.resolve("deployer-" + runs.incrementAndGet() + ".log");
        Map<String, String> environment = Map.of(
                "EMBEDDING_MODE",
                "mock",
                "JAVA_HOME",
                System.getProperty("java.home"),
                "MNEMOLITE_HEAP",
                "384m",
                "MNEMOLITE_CLASS_CACHE",
                Boolean.toString(hasClassCache),
                "MNEMOLITE_DEPLOYMENT",
                root.toString(),
                "DATABASE_URL",
                databaseUrl);
        return new Run(Processes.start(command, environment, output), output);
    }

    /** Runs {@code mnemolite deploy}, which must end with this exit code; what it printed. */
    String deployed(int exitCode, String... arguments) {
        Run run = deploy(arguments);
        int actual = run.await();
        if (actual != exitCode) {
            throw new AssertionError("deploy " + Arrays.toString(arguments) + " ended with " + actual + ", not "
                    + exitCode + ":\n" + run.text());
        }
        return run.text();
    }

    /** Lines of the journal. */
    List<String> journal() {
        return Processes.read(root.resolve("journal.jsonl")).lines().toList();
    }

    /** Bytes of the journal. */
    long journalSize() {
        return journalFile().length();
    }

    private File journalFile() {
        return root.resolve("journal.jsonl").toFile();
    }

    /** Whether the journal has begun this step since it had so many bytes; reads no more than those after them. */
    boolean hasStarted(String step, long since) {
        if (journalSize() <= since) {
            return false;
        }
        try (RandomAccessFile file = new RandomAccessFile(journalFile(), "r")) {
            byte[] bytes = new byte[(int) (file.length() - since)];
            file.seek(since);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8)
                    .contains("\"step\":\"" + step + "\",\"state\":\"started\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of a slot's server. */
    Optional<ProcessHandle> server(String slot) {
        return serverOf(root.resolve("slots").resolve(slot));
    }

    /** The process of a trial's server. */
    Optional<ProcessHandle> trialServer(String name) {
        return serverOf(root.resolve("trial").resolve(name));
    }

    private static Optional<ProcessHandle> serverOf(Path home) {
        try {
            Path file = home.resolve("server.json");
            return Files.exists(file)
                    ? ProcessHandle.of(
                            Http.tree(Files.readString(file)).path("pid").asLong())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends everything that serves here. */
    @Override
    public void close() throws IOException {
        for (String slot : List.of("blue", "green")) {
            String configuration = root.resolve("slots")
                    .resolve(slot)
                    .resolve("mnemolite.properties")
                    .toString();
            ProcessHandle.allProcesses()
                    .filter(process -> process.info()
                            .arguments()
                            .map(arguments -> Arrays.asList(arguments).contains(configuration))
                            .orElse(false))
                    .forEach(process -> {
                        process.destroyForcibly();
                        process.onExit().join();
                    });
        }
        haproxy.close();
    }
}
