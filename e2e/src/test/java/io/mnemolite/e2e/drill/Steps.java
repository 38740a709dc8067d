package io.mnemolite.e2e.drill;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Http;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The steps of a deployer: waiting for one, closely, and how long each took. */
final class Steps {

    private Steps() {}

    /** Returns as soon as the journal has begun the step after its first {@code since} bytes. */
    static void await(DrillHost host, DrillHost.Run run, String step, long since, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!host.hasStarted(step, since)) {
            if (!run.process().isAlive() || System.nanoTime() > end) {
                throw new AssertionError("The deployer did not come to " + step + ":\n" + run.text());
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Median and longest time of each step that was done, a line each, in the order in which they were first done. */
    static List<String> times(List<String> journal) {
        Map<String, Instant> begun = new LinkedHashMap<>();
        Map<String, List<Long>> millis = new LinkedHashMap<>();
        for (String line : journal) {
            JsonNode entry = Http.tree(line);
            String step = entry.path("mode").asText() + " " + entry.path("step").asText();
            Instant at = Instant.parse(entry.path("at").asText());
            switch (entry.path("state").asText()) {
                case "started" -> begun.put(step, at);
                case "done" ->
                    millis.computeIfAbsent(step, name -> new ArrayList<>())
                            .add(Duration.between(begun.getOrDefault(step, at), at)
                                    .toMillis());
                default -> begun.remove(step);
            }
        }
        return millis.entrySet().stream()
                .map(entry -> {
                    List<Long> sorted = entry.getValue().stream().sorted().toList();
                    return String.format(
                            Locale.ROOT,
                            "| %s | %d | %.2f s | %.2f s |",
                            entry.getKey(),
                            sorted.size(),
                            sorted.get(sorted.size() / 2) / 1_000.0,
                            sorted.getLast() / 1_000.0);
                })
                .toList();
    }
}
