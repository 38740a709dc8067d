package io.mnemolite.load.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.load.server.CacheFigures;
import io.mnemolite.load.traffic.Area;
import io.mnemolite.load.traffic.Share;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The JSON of one run: {@code target/load/<scenario>-summary.json}. Times are in milliseconds, rates a second. */
public final class Summary {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ObjectNode root = JSON.createObjectNode();

    public Summary(String scenario, String finishedAt, List<Verdict> verdicts, List<String> failures) {
        root.put("scenario", scenario).put("finished_at", finishedAt);
        root.put("passed", verdicts.stream().allMatch(Verdict::kept));
        ArrayNode judged = root.putArray("verdicts");
        for (Verdict verdict : verdicts) {
            judged.addObject().put("kept", verdict.kept()).put("sentence", verdict.sentence());
        }
        ArrayNode said = root.putArray("failures");
        failures.forEach(said::add);
    }

    /** The node of a run's environment, to be filled. */
    public ObjectNode environment() {
        return root.withObject("/environment");
    }

    public ObjectNode root() {
        return root;
    }

    /** Requests of the whole run, of each area and of each kind, and the share of writes among them. */
    public void putTraffic(List<Share> shares, List<Sample> samples, double seconds) {
        put(root.putObject("all"), Tally.of("all", seconds, samples));
        ArrayNode areas = root.putArray("areas");
        for (Area area : Area.values()) {
            List<Sample> own = samples.stream()
                    .filter(sample -> shares.get(sample.share()).area() == area)
                    .toList();
            put(areas.addObject(), Tally.of(area.shown(), seconds, own));
        }
        ArrayNode kinds = root.putArray("kinds");
        for (int place = 0; place < shares.size(); place++) {
            int wanted = place;
            List<Sample> own =
                    samples.stream().filter(sample -> sample.share() == wanted).toList();
            Share share = shares.get(place);
            ObjectNode kind = kinds.addObject();
            put(kind, Tally.of(share.kind(), seconds, own));
            kind.put("area", share.area().shown())
                    .put("writes", share.writes())
                    .put("mix_percent", share.perMille() / 10.0);
        }
        long writes = samples.stream()
                .filter(sample -> shares.get(sample.share()).writes())
                .count();
        root.put("writes_percent", samples.isEmpty() ? 0 : tenths(100.0 * writes / samples.size()));
    }

    public void putPhases(List<PhaseResult> results) {
        ArrayNode phases = root.putArray("phases");
        for (PhaseResult result : results) {
            ObjectNode phase = phases.addObject();
            put(phase, result.tally());
            phase.put("wanted_rate", tenths(result.phase().rate()))
                    .put("seconds", result.phase().seconds())
                    .put("rate_reached", result.isReached());
        }
    }

    public void putCaches(CacheFigures figures) {
        putCaches(root.putObject("caches"), figures);
    }

    static void putCaches(ObjectNode caches, CacheFigures figures) {
        put(caches.putObject("event"), figures.event());
        put(caches.putObject("search"), figures.search());
        put(caches.putObject("graph"), figures.graph());
    }

    static void put(ObjectNode node, CacheFigures.Reads reads) {
        node.put("hits", reads.hits()).put("misses", reads.misses()).put("hit_percent", tenths(reads.hitRate()));
    }

    static void put(ObjectNode node, Tally tally) {
        node.put("name", tally.name())
                .put("requests", tally.requests())
                .put("answered", tally.answered())
                .put("refused", tally.refused())
                .put("failed", tally.failed())
                .put("without_answer", tally.pending())
                .put("rate", tenths(tally.rate()))
                .put("goodput", tenths(tally.goodput()))
                .put("p50_ms", tenths(tally.p50()))
                .put("p95_ms", tenths(tally.p95()))
                .put("p99_ms", tenths(tally.p99()))
                .put("max_ms", tenths(tally.max()));
    }

    static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** Replaces that of the last run of this scenario. */
    public void write(Path work) {
        Path file = file(work, root.path("scenario").asText());
        try {
            Files.createDirectories(work);
            Files.writeString(file, JSON.writeValueAsString(root) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the last run of a scenario; empty when there was none. */
    public static Optional<JsonNode> read(Path work, String scenario) {
        Path file = file(work, scenario);
        try {
            return Files.exists(file) ? Optional.of(JSON.readTree(Files.readString(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path work, String scenario) {
        return work.resolve(scenario + "-summary.json");
    }
}
