package io.mnemolite.server;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JDK's ahead-of-time cache of loaded classes (JEP 514), which halves the start. It fits one JDK, one package and one
 * set of flags, so it is made on the machine it serves: by a second server that starts on a home of its own at low
 * priority, answers a few requests and ends. The launcher names the file; without a name none is made.
 */
@ApplicationScoped
public class AotCache {

    /** The launcher's name for the file. */
    private static final String FILE = "mnemolite.aot-cache";

    private static final Logger LOG = LoggerFactory.getLogger(AotCache.class);
    private static final Duration UNDISTURBED = Duration.ofSeconds(10);
    private static final Duration LONGEST_TRAINING = Duration.ofMinutes(3);

    /** Makes the file in the background when the launcher named one and it is missing. */
    void makeInBackground() {
        String name = System.getProperty(FILE, "");
        if (!name.isEmpty() && !Files.exists(Path.of(name))) {
            Thread.ofPlatform().daemon().name("aot-cache").start(() -> make(Path.of(name)));
        }
    }

    private static void make(Path file) {
        try {
            // The first requests of a new server matter more than its next start.
            Thread.sleep(UNDISTURBED);
            Files.createDirectories(file.getParent());
            Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
            Path home = Files.createTempDirectory(file.getParent(), "training");
            try {
                Process training = new ProcessBuilder(command(temporary, home))
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve("output.log").toFile())
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(training::destroyForcibly));
                if (!training.waitFor(LONGEST_TRAINING.toSeconds(), TimeUnit.SECONDS)) {
                    training.destroyForcibly();
                }
                if (training.exitValue() == 0 && Files.exists(temporary)) {
                    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
                    LOG.info("The next start will be faster: made {}", file);
                } else {
                    LOG.info("No start-up cache was made (exit code {})", training.exitValue());
                }
            } finally {
                Files.deleteIfExists(temporary);
                delete(home);
            }
        } catch (IOException | IllegalThreadStateException e) {
            LOG.info("No start-up cache was made: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(Path output, Path home) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
            command.addAll(List.of("/usr/bin/nice", "-n", "19"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (!flag.startsWith("-XX:AOT") && !flag.startsWith("-D" + FILE)) {
                command.add(flag);
            }
        }
        command.add("-XX:AOTCacheOutput=" + output);
        command.addAll(List.of(
                "-jar",
                System.getProperty("java.class.path"),
                "--train",
                "--home",
                home.toString(),
                "--port",
                "0",
                "--host",
                "127.0.0.1"));
        return command;
    }

    /** Uses the server as clients do, so that what they need is in the cache. */
    void exercise(String url) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < 20; i++) {
                post(
                        client,
                        url + "/v1/events/",
                        "{\"content\":{\"text\":\"a memory of the training\"},\"metadata\":{\"n\":1}}");
                post(client, url + "/v1/search/", "{\"query\":\"memory\",\"mode\":\"hybrid\",\"metadata\":{\"n\":1}}");
                get(client, url + "/v1/events?limit=2");
                get(client, url + "/health");
            }
            get(client, url + "/metrics");
            get(client, url + "/openapi.json");
        } catch (IOException e) {
            LOG.warn("The training was cut short: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void post(HttpClient client, String url, String body) throws IOException, InterruptedException {
        client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.discarding());
    }

    private static void get(HttpClient client, String url) throws IOException, InterruptedException {
        client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding());
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
