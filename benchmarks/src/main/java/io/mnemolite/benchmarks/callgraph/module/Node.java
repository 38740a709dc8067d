package io.mnemolite.benchmarks.callgraph.module;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.benchmarks.harness.Api;
import io.mnemolite.benchmarks.harness.MissingTool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Packages of npm below a folder, and programs that node runs. */
final class Node {

    private final Path folder;

    /** @param folder where packages are kept, each set of them in a folder of its own */
    Node(Path folder) {
        this.folder = folder;
        require("node");
        require("npm");
    }

    private static void require(String tool) {
        try {
            Process process = new ProcessBuilder(tool, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() == 0) {
                return;
            }
        } catch (IOException e) {
            throw new MissingTool(tool + " is not on the PATH; this scenario needs Node.js 18 or newer with npm.", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
        throw new MissingTool(tool + " does not run; this scenario needs Node.js 18 or newer with npm.", null);
    }

    /**
     * Has packages fetched when they are not there.
     *
     * @param name of the folder
     * @param packages with their exact versions
     * @return the folder {@code node_modules} that holds them
     */
    Path install(String name, List<String> packages) {
        Path target = folder.resolve(name);
        Path done = target.resolve("installed.txt");
        String wanted = String.join("\n", packages);
        try {
            if (Files.exists(done) && Files.readString(done).equals(wanted)) {
                return target.resolve("node_modules");
            }
            Files.createDirectories(target);
            Files.writeString(target.resolve("package.json"), "{\"private\": true}\n");
            List<String> command = new ArrayList<>(List.of(
                    "npm",
                    "install",
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "--save-exact",
                    "--loglevel=error"));
            command.addAll(packages);
            Process npm = new ProcessBuilder(command)
                    .directory(target.toFile())
                    .inheritIO()
                    .start();
            if (npm.waitFor() != 0) {
                throw new MissingTool("npm could not fetch " + String.join(", ", packages) + ".", null);
            }
            Files.writeString(done, wanted);
            return target.resolve("node_modules");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Runs a program of our resources to its end; its output is one JSON object a line. */
    List<JsonNode> run(String resource, List<String> arguments, List<String> input) {
        try {
            Path program = folder.resolve(resource);
            Path lines = folder.resolve(resource + ".input");
            Path answers = folder.resolve(resource + ".output");
            try (InputStream in = Node.class.getResourceAsStream("/io/mnemolite/benchmarks/callgraph/" + resource)) {
                if (in == null) {
                    throw new IllegalStateException("The resource " + resource + " is not on the class path.");
                }
                Files.copy(in, program, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(lines, String.join("\n", input) + "\n");
            List<String> command = new ArrayList<>(List.of("node", "--max-old-space-size=3000", program.toString()));
            command.addAll(arguments);
            Process process = new ProcessBuilder(command)
                    .redirectInput(lines.toFile())
                    .redirectOutput(answers.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(resource + " ended with status " + process.exitValue());
            }
            List<JsonNode> found = new ArrayList<>();
            for (String line : Files.readAllLines(answers, StandardCharsets.UTF_8)) {
                found.add(Api.JSON.readTree(line));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
