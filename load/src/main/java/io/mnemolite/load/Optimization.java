package io.mnemolite.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.load.injection.Driven;
import io.mnemolite.load.injection.Generator;
import io.mnemolite.load.injection.Plan;
import io.mnemolite.load.result.Comparison;
import io.mnemolite.load.result.Connections;
import io.mnemolite.load.result.Measurement;
import io.mnemolite.load.result.OptimizationPage;
import io.mnemolite.load.result.Summary;
import io.mnemolite.load.result.Verdict;
import io.mnemolite.load.server.Api;
import io.mnemolite.load.server.Launch;
import io.mnemolite.load.server.Machine;
import io.mnemolite.load.server.OwnServer;
import io.mnemolite.load.server.Prober;
import io.mnemolite.load.traffic.Filling;
import io.mnemolite.load.traffic.Keys;
import io.mnemolite.load.traffic.Mix;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The same users with the same sequence of requests over the same data, against two configurations of the server in turn, so
 * that whatever else the machine does meets both alike.
 */
final class Optimization {

    static final String NAME = "optimization";

    private static final int ROUNDS = 2;
    private static final int WARM_UP_SECONDS = 4;
    private static final String POOL = "/performance/database/pool";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final List<Configuration> CONFIGURATIONS = List.of(Configuration.BEFORE, Configuration.AFTER);

    /** Reading comes first: what is indexed anew by writes would be no longer what readers of files send. */
    private enum Kind {
        READ_ONLY("read-only"),
        NORMAL("normal");

        private final String shown;

        Kind(String shown) {
            this.shown = shown;
        }

        private Mix mix(Keys keys) {
            return this == READ_ONLY ? Mix.readOnly(keys, Run.SEED) : Mix.over(keys, Run.SEED);
        }
    }

    private final Arguments arguments;
    private final Path project;
    private final Path work;
    private final Consumer<String> console;
    private final Map<String, Measurement> measurements = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();

    Optimization(Arguments arguments, Path project, Path work, Consumer<String> console) {
        this.arguments = arguments;
        this.project = project;
        this.work = work;
        this.console = console;
    }

    /** Whether every promise was kept. */
    boolean run() {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        Machine.describe(facts, project);
        FilledStore store = FilledStore.fill(arguments, project, work, console);
        for (int round = 1; round <= ROUNDS; round++) {
            // Whatever wanders with the time of day or the warmth of the machine meets both alike.
            List<Configuration> turn = round % 2 == 1 ? CONFIGURATIONS : CONFIGURATIONS.reversed();
            for (Configuration configuration : turn) {
                console.accept("Round " + round + ", " + configuration.name() + ": " + configuration.sentence());
                drive(configuration, store, facts);
            }
        }
        describe(facts, store);
        JsonNode summary = summary(store, facts);
        console.accept("\n" + OptimizationPage.tables(summary));
        for (JsonNode verdict : summary.path("verdicts")) {
            console.accept((verdict.path("kept").asBoolean() ? "kept    " : "MISSED  ")
                    + verdict.path("sentence").asText());
        }
        failures.forEach(failure -> console.accept("failure " + failure));
        console.accept("\n" + work.resolve(NAME + "-summary.json"));
        return summary.path("passed").asBoolean();
    }

    private void drive(Configuration configuration, FilledStore store, ObjectNode facts) {
        store.home().restore();
        Launch launch = Launch.production(arguments.isMock()).with(configuration.options());
        try (OwnServer server = OwnServer.start(project, work, launch)) {
            facts.put("jvm_options", server.jvmOptions());
            for (Kind kind : Kind.values()) {
                Measurement round = measured(server.api(), configuration, kind, kind.mix(store.keys()));
                measurements.merge(place(configuration, kind), round, Measurement::plus);
            }
        }
    }

    private Measurement measured(Api api, Configuration configuration, Kind kind, Mix mix) {
        Plan plan = Plan.closed(place(configuration, kind), arguments.users(), WARM_UP_SECONDS, arguments.seconds());
        Prober prober = Prober.start(api, POOL, BETWEEN_LOOKS);
        Driven driven;
        try (prober) {
            driven = new Generator(api, mix, work, console).run(plan);
        }
        failures.addAll(driven.failures());
        return Measurement.of(driven.requests(), driven.seconds(), driven.caches(), inUse(prober, driven));
    }

    /** While requests were measured; a look whose answer waited is of the moment when it came. */
    private static Connections inUse(Prober prober, Driven driven) {
        return new Connections(prober.probes().stream()
                .filter(probe -> probe.status() == 200)
                .filter(probe -> {
                    double second = driven.samples().seconds(probe.begunNanos() + probe.takenNanos());
                    return second > 0 && second <= driven.seconds();
                })
                .map(probe -> Api.json(probe.body()).path("checked_out").asInt())
                .toList());
    }

    private static String place(Configuration configuration, Kind kind) {
        return NAME + "-" + kind.shown + "-" + configuration.name();
    }

    private void describe(ObjectNode facts, FilledStore store) {
        facts.put(
                        "server",
                        "of its own, before: " + Configuration.BEFORE.sentence() + " (`"
                                + String.join(" ", Configuration.BEFORE.options()) + "`), after: "
                                + Configuration.AFTER.sentence())
                .put("model_kind", store.model().startsWith("mock") ? "mock" : "real")
                .put("model", store.model())
                .put("store", Filling.description(store.keys()))
                .put("users", arguments.users())
                .put("rounds", ROUNDS)
                .put("seconds_of_a_round", arguments.seconds())
                .put("seconds_of_warm_up", WARM_UP_SECONDS);
    }

    private JsonNode summary(FilledStore store, ObjectNode facts) {
        List<Verdict> verdicts = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Measurement before = measurement(Configuration.BEFORE, kind);
            Measurement after = measurement(Configuration.AFTER, kind);
            verdicts.add(answered(kind, before, after));
            verdicts.add(new Verdict(
                    rate(after) > rate(before),
                    String.format(
                            Locale.ROOT,
                            "%s: the production profile answers more requests: %.1f/s against %.1f/s.",
                            kind.shown,
                            rate(after),
                            rate(before))));
        }
        Summary summary =
                new Summary(NAME, Instant.now().truncatedTo(ChronoUnit.MINUTES).toString(), verdicts, failures);
        summary.environment().setAll(facts);
        for (Kind kind : Kind.values()) {
            Comparison.put(
                    summary.root().withArray("mixes").addObject(),
                    kind.shown,
                    kind.mix(store.keys()).shares(),
                    measurement(Configuration.BEFORE, kind),
                    measurement(Configuration.AFTER, kind));
        }
        summary.write(work);
        return summary.root();
    }

    private Measurement measurement(Configuration configuration, Kind kind) {
        return Objects.requireNonNull(measurements.get(place(configuration, kind)));
    }

    private static double rate(Measurement measurement) {
        return measurement.tally().goodput();
    }

    private static Verdict answered(Kind kind, Measurement before, Measurement after) {
        int unanswered = before.unanswered() + after.unanswered();
        return new Verdict(
                unanswered == 0,
                kind.shown + ": every request is answered: of "
                        + (before.samples().size() + after.samples().size()) + ", " + unanswered
                        + " failed or were refused.");
    }
}
