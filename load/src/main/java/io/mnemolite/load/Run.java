package io.mnemolite.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.load.injection.Driven;
import io.mnemolite.load.injection.Generator;
import io.mnemolite.load.result.Page;
import io.mnemolite.load.result.Summary;
import io.mnemolite.load.result.Tables;
import io.mnemolite.load.server.Cores;
import io.mnemolite.load.server.Launch;
import io.mnemolite.load.server.Machine;
import io.mnemolite.load.server.OwnServer;
import io.mnemolite.load.server.Target;
import io.mnemolite.load.traffic.Filling;
import io.mnemolite.load.traffic.Keys;
import io.mnemolite.load.traffic.Mix;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** One scenario from an empty store to the summary. */
final class Run {

    /** Of the store and of the sequence of requests, so that runs differ by nothing but the clock. */
    static final long SEED = 20_240_607;

    private static final Duration LONGEST_REST = Duration.ofSeconds(90);

    private final Arguments arguments;
    private final Path project;
    private final Path work;
    private final Consumer<String> console;

    Run(Arguments arguments, Path project, Path work, Consumer<String> console) {
        this.arguments = arguments;
        this.project = project;
        this.work = work;
        this.console = console;
    }

    /** Whether all promises were kept. */
    boolean run() {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        Machine.describe(facts, project);
        Summary summary = arguments.command() == Arguments.Command.OVERLOAD ? onOneCore(facts) : wherever(facts);
        summary.write(work);
        show(summary.root());
        return summary.root().path("passed").asBoolean();
    }

    private Summary wherever(ObjectNode facts) {
        console.accept("Starting "
                + arguments.url().map(url -> "with the server at " + url).orElse("a server"));
        try (Target target = arguments
                .url()
                .map(Target::given)
                .orElseGet(() -> OwnServer.startEmpty(project, work, Launch.production(arguments.isMock())))) {
            Filling filling = new Filling(target.api(), SEED);
            String model = filling.model();
            console.accept("Filling the store: " + arguments.events() + " events, model " + model);
            try {
                Keys keys = filling.fill(arguments.events());
                if (arguments.command() != Arguments.Command.SMOKE) {
                    target.rest(LONGEST_REST);
                }
                return driven(target, keys, model, server(target), facts);
            } finally {
                if (!target.isOwn()) {
                    console.accept("Removing what was stored");
                    filling.remove();
                }
            }
        }
    }

    /** Filled by a server that has the whole machine, then driven where it and PostgreSQL share one core. */
    private Summary onOneCore(ObjectNode facts) {
        FilledStore store = FilledStore.fill(arguments, project, work, console);
        Optional<Cores> cores = Cores.available();
        String where = cores.map(kept ->
                        "with PostgreSQL on core " + kept.server() + ", the generator on core " + kept.generator())
                .orElse("not kept to one core, for which taskset and a second core are needed");
        console.accept("Starting the server " + where);
        try (Target target = OwnServer.start(
                project, work, Launch.production(arguments.isMock()).on(cores))) {
            cores.ifPresent(Cores::keepGenerator);
            return driven(target, store.keys(), store.model(), server(target) + ", " + where, facts);
        }
    }

    private Summary driven(Target target, Keys keys, String model, String server, ObjectNode facts) {
        Mix mix = Mix.over(keys, SEED);
        Scenario scenario = scenario(mix, target, model);
        console.accept("Driving " + scenario.name());
        Scenario.Judged judged = scenario.run(new Generator(target.api(), mix, work, console));
        facts.put("server", server)
                .put("jvm_options", target.jvmOptions())
                .put("model_kind", model.startsWith("mock") ? "mock" : "real")
                .put("model", model)
                .put("store", Filling.description(keys));
        return summary(scenario, judged, mix, facts);
    }

    private Scenario scenario(Mix mix, Target target, String model) {
        int rate = arguments.rate();
        int seconds = arguments.seconds();
        return switch (arguments.command()) {
            case NORMAL ->
                new Normal("normal", mix, rate, seconds, OptionalInt.of(arguments.longestP99()), target.isOwn());
            case SMOKE -> new Normal("smoke", mix, rate, seconds, OptionalInt.empty(), target.isOwn());
            case STRESS -> new Stress(rate, seconds);
            case SPIKE -> new Spike(knee(target, model), seconds);
            case OVERLOAD -> new Overload(target.api(), given(arguments.knee()), seconds);
            case OPTIMIZATION, PAGE -> throw new IllegalStateException("This is no run of one scenario.");
        };
    }

    /** As given, or of the last stress run of the same kind of server with the same model. */
    private OptionalDouble knee(Target target, String model) {
        if (arguments.knee().isPresent()) {
            return given(arguments.knee());
        }
        JsonNode stress = Summary.read(work, Stress.NAME)
                .filter(last -> last.path("environment").path("model").asText().equals(model))
                .filter(last -> last.path("environment").path("server").asText().equals(server(target)))
                .orElse(null);
        if (stress == null || !stress.path("knee").path("last_rate_held").isNumber()) {
            console.accept("No stress run tells the knee; looking for it");
            return OptionalDouble.empty();
        }
        double knee = stress.path("knee").path("last_rate_held").asDouble();
        console.accept(String.format(
                Locale.ROOT,
                "The knee is %.0f/s by the stress run of %s",
                knee,
                stress.path("finished_at").asText()));
        return OptionalDouble.of(knee);
    }

    private static OptionalDouble given(OptionalInt knee) {
        return knee.isPresent() ? OptionalDouble.of(knee.getAsInt()) : OptionalDouble.empty();
    }

    private static String server(Target target) {
        return target.isOwn() ? "of its own, production profile" : target.api().base();
    }

    private static Summary summary(Scenario scenario, Scenario.Judged judged, Mix mix, ObjectNode facts) {
        Driven driven = judged.driven();
        String now = Instant.now().truncatedTo(ChronoUnit.MINUTES).toString();
        Summary summary = new Summary(scenario.name(), now, judged.verdicts(), driven.failures());
        summary.environment().setAll(facts);
        judged.findings().accept(summary.root());
        summary.putTraffic(mix.shares(), driven.requests(), driven.seconds());
        summary.putPhases(driven.phases());
        summary.putCaches(driven.caches());
        return summary;
    }

    private void show(JsonNode summary) {
        console.accept("");
        console.accept(Tables.areas(summary));
        if (summary.path("phases").size() > 1) {
            console.accept(Tables.phases(summary));
        }
        if (summary.has(Overload.NAME)) {
            console.accept(Tables.peaks(summary));
        }
        console.accept(Page.caches(summary));
        for (JsonNode verdict : summary.path("verdicts")) {
            console.accept((verdict.path("kept").asBoolean() ? "kept    " : "MISSED  ")
                    + verdict.path("sentence").asText());
        }
        for (JsonNode failure : summary.path("failures")) {
            console.accept("failure " + failure.asText());
        }
        String name = summary.path("scenario").asText();
        console.accept("\n" + work.resolve(name + "-summary.json") + "\n" + work.resolve(name + "-report/index.html"));
    }
}
