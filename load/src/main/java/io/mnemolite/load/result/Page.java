package io.mnemolite.load.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** {@code docs/benchmarks/load.md}, made from the summaries of the last runs. */
public final class Page {

    private static final String HEAD = """
        # Load

        `./dev load normal`, `stress`, `spike` and `overload` measure; `./dev load page` writes this page from their summaries. Arrivals are open and random, each a request of its own over kept connections; a time is counted from the sending to the whole answer, and the generator runs on the server's machine.
        """;

    private Page() {}

    /** Of the summaries in {@code work}; empty when there is none. */
    public static Optional<String> of(Path work) {
        Optional<JsonNode> normal = Summary.read(work, "normal");
        Optional<JsonNode> stress = Summary.read(work, "stress");
        Optional<JsonNode> spike = Summary.read(work, "spike");
        Optional<JsonNode> overload = Summary.read(work, "overload");
        if (normal.isEmpty() && stress.isEmpty() && spike.isEmpty() && overload.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder page = new StringBuilder(HEAD);
        normal.ifPresent(summary -> page.append(section("normal: mixed traffic at a steady rate", summary))
                .append(caches(summary))
                .append('\n')
                .append(Tables.areas(summary))
                .append('\n')
                .append(Tables.kinds(summary)));
        stress.ifPresent(summary ->
                page.append(section("stress: beyond the knee", summary)).append(Tables.phases(summary)));
        spike.ifPresent(
                summary -> page.append(section("spike: 0.3 to 5 times the knee within a second, and back", summary))
                        .append(spike(summary))
                        .append('\n')
                        .append(Tables.phases(summary)));
        overload.ifPresent(summary -> page.append(section("overload: 2, 5 and 10 times the knee on one core", summary))
                .append(overload(summary))
                .append('\n')
                .append(Tables.peaks(summary))
                .append('\n')
                .append(Tables.phases(summary)));
        return Optional.of(page.toString());
    }

    private static String section(String title, JsonNode summary) {
        StringBuilder text = new StringBuilder("\n## " + title + "\n\n");
        return text.append(environment(summary))
                .append(" Writes: ")
                .append(summary.path("writes_percent").asText())
                .append(" % of the requests.\n\n")
                .append(verdicts(summary))
                .append('\n')
                .toString();
    }

    static String verdicts(JsonNode summary) {
        StringBuilder text = new StringBuilder();
        for (JsonNode verdict : summary.path("verdicts")) {
            text.append(verdict.path("kept").asBoolean() ? "- kept: " : "- **missed**: ")
                    .append(verdict.path("sentence").asText())
                    .append('\n');
        }
        for (JsonNode failure : summary.path("failures")) {
            text.append("- failure: ").append(failure.asText()).append('\n');
        }
        return text.toString();
    }

    static String environment(JsonNode summary) {
        JsonNode facts = summary.path("environment");
        return String.format(
                Locale.ROOT,
                "%s, revision %s; %s cores (%s), %s GB memory, JDK %s, %s; load before the start %s. Model: %s (%s)."
                        + " Server: %s. Store: %s.",
                summary.path("finished_at").asText(),
                facts.path("revision").asText(),
                facts.path("cores").asText(),
                facts.path("processor").asText(),
                facts.path("memory_gb").asText(),
                facts.path("jdk").asText(),
                facts.path("system").asText(),
                facts.path("load_before").asText(),
                facts.path("model_kind").asText(),
                facts.path("model").asText(),
                facts.path("server").asText(),
                facts.path("store").asText());
    }

    /** Rates that caches decide, beside the writes that empty them. */
    public static String caches(JsonNode summary) {
        return String.format(
                Locale.ROOT,
                "With %s %% writes: searches %s/s, search cache %s %% hits; graph %s/s, graph cache %s %% hits; event"
                        + " cache %s %% hits.%n",
                summary.path("writes_percent").asText(),
                rate(summary, "search"),
                hits(summary, "search"),
                rate(summary, "graph"),
                hits(summary, "graph"),
                hits(summary, "event"));
    }

    private static String rate(JsonNode summary, String area) {
        for (JsonNode tally : summary.path("areas")) {
            if (tally.path("name").asText().equals(area)) {
                return tally.path("rate").asText();
            }
        }
        return "0";
    }

    private static String hits(JsonNode summary, String cache) {
        return summary.path("caches").path(cache).path("hit_percent").asText();
    }

    private static String spike(JsonNode summary) {
        JsonNode spike = summary.path("spike");
        String reached = spike.path("peak_reached").asBoolean()
                ? "which was reached"
                : "which was not reached: the generator sent "
                        + spike.path("peak_sent_multiple").asText() + " times";
        return "The knee is " + spike.path("knee").asText() + "/s; the peak is "
                + spike.path("peak_wanted_multiple").asText() + " times that, " + reached + ".\n";
    }

    private static String overload(JsonNode summary) {
        JsonNode overload = summary.path("overload");
        return "The knee is " + overload.path("knee").asText()
                + "/s in this arrangement, and the most answered within any"
                + " phase " + overload.path("peak_goodput").asText() + "/s; an answer counts when it comes. What"
                + " the caches of events and the probes answer is never refused, so that there are more answers the more is sent. "
                + overload.path("refusals_within_5_ms_by_the_server").asText() + " of "
                + overload.path("refusals").asText()
                + " refusals took at most 5 ms by the server's own clock, which does"
                + " not see how long a request waits for the core before its head is read.\n";
    }
}
