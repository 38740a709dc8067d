package io.mnemolite.load.injection;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.doSwitch;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.onCase;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.stopLoadGeneratorIf;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import io.mnemolite.load.result.Phase;
import io.mnemolite.load.result.Sample.Outcome;
import io.mnemolite.load.result.Samples;
import io.mnemolite.load.traffic.Call;
import io.mnemolite.load.traffic.Mix;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A plan in Gatling's terms: the warm-up, which leaves no trace in the report, one look at the caches' figures, and the
 * phases. Each virtual user is one arrival and sends one request, or one of a fixed number and sends one after the other; over
 * connections that all share.
 */
public final class TrafficSimulation extends Simulation {

    private static final AtomicReference<@Nullable Job> NEXT = new AtomicReference<>();

    private static final String METHOD = "method";
    private static final String PATH = "path";
    private static final String BODY = "body";
    private static final String KIND = "kind";
    private static final String SHARE = "share";
    private static final String PLACE = "place";
    private static final String STATUS = "status";
    private static final String RETRY_AFTER = "retryAfter";
    private static final String COMPLAINT = "complaint";

    /** What the next simulation does; Gatling makes it from its class alone. */
    static void next(Job job) {
        NEXT.set(job);
    }

    /** A plan and what takes down its measurement. */
    static final class Job {

        private final Plan plan;
        private final Mix mix;
        private final String url;
        private final Samples samples;
        private final PhaseWatch watch;
        private final Failures failures;
        private final AtomicLong lastAnswer = new AtomicLong(System.nanoTime());
        private final AtomicReference<String> cacheFiguresBefore = new AtomicReference<>("{}");

        Job(Plan plan, Mix mix, String url, Samples samples, PhaseWatch watch, Failures failures) {
            this.plan = plan;
            this.mix = mix;
            this.url = url;
            this.samples = samples;
            this.watch = watch;
            this.failures = failures;
        }

        /** {@link System#nanoTime} at the end of the last request. */
        long lastAnswer() {
            return lastAnswer.get();
        }

        /** The body of the caches' figures when the measured phases began. */
        String cacheFiguresBefore() {
            return cacheFiguresBefore.get();
        }
    }

    private final Job job;

    public TrafficSimulation() {
        job = Objects.requireNonNull(NEXT.getAndSet(null), "A simulation is made by Generator.run");
        HttpProtocolBuilder protocol = http.baseUrl(job.url)
                .acceptHeader("*/*")
                .contentTypeHeader("application/json")
                .userAgentHeader("mnemolite-load")
                .disableUrlEncoding()
                .disableCaching()
                .shareConnections()
                .disableWarmUp();
        ScenarioBuilder warmUp =
                scenario("warm-up").exec(repeated(job.plan.warmUp().seconds(), drawn(), sent(true)));
        ScenarioBuilder figures = scenario("cache figures")
                .exec(http("cache figures")
                        .get("/v1/events/cache/stats")
                        .silent()
                        .check(bodyString().saveAs(BODY)))
                .exec(session -> {
                    job.cacheFiguresBefore.set(text(session, BODY));
                    return session;
                });
        ScenarioBuilder measured = scenario("measured")
                .exec(repeated(job.plan.seconds(), drawn(), exec(this::begun), sent(false), exec(this::ended)))
                .exec(stopLoadGeneratorIf("well beyond the knee", session -> job.watch.look(System.nanoTime())));
        setUp(arriving(warmUp, List.of(job.plan.warmUp()))
                        .andThen(figures.injectOpen(atOnceUsers(1)).andThen(arriving(measured, job.plan.phases()))))
                .protocols(protocol)
                .assertions(assertions());
    }

    /** What each user does: once, or again and again for so long where users are counted instead of arrivals. */
    private ChainBuilder repeated(int seconds, ChainBuilder... steps) {
        ChainBuilder once = exec(List.of(steps));
        // Not "as soon as possible", which would leave between two steps and lose the request's end.
        return job.plan.users().isPresent()
                ? during(Duration.ofSeconds(seconds), "round", false).on(once)
                : once;
    }

    private PopulationBuilder arriving(ScenarioBuilder scenario, List<Phase> phases) {
        return job.plan.users().isPresent()
                ? scenario.injectOpen(atOnceUsers(job.plan.users().getAsInt()))
                : scenario.injectOpen(
                        phases.stream().map(TrafficSimulation::arrivals).toArray(OpenInjectionStep[]::new));
    }

    /** Random arrivals, as of callers who know nothing of each other. */
    private static OpenInjectionStep arrivals(Phase phase) {
        return phase.from() == phase.to()
                ? constantUsersPerSec(phase.from()).during(phase.seconds()).randomized()
                : rampUsersPerSec(phase.from())
                        .to(phase.to())
                        .during(phase.seconds())
                        .randomized();
    }

    private List<Assertion> assertions() {
        List<Assertion> assertions = new ArrayList<>();
        assertions.add(global().failedRequests().count().is(0L));
        job.plan
                .longestP99()
                .ifPresent(millis ->
                        assertions.add(global().responseTime().percentile(99.0).lte(millis)));
        return assertions;
    }

    /** Puts the next request of the mix into the session. */
    private ChainBuilder drawn() {
        return exec(session -> {
            Mix.Request request = job.mix.next();
            Call call = request.call();
            return session.markAsSucceeded()
                    .removeAll(STATUS, RETRY_AFTER, COMPLAINT)
                    .set(METHOD, call.method().name())
                    .set(PATH, call.path())
                    .set(BODY, call.body())
                    .set(SHARE, request.share())
                    .set(KIND, job.mix.shares().get(request.share()).kind());
        });
    }

    private ChainBuilder sent(boolean isSilent) {
        return doSwitch("#{" + METHOD + "}")
                .on(
                        onCase("GET").then(exec(checked(http("#{" + KIND + "}").get("#{" + PATH + "}"), isSilent))),
                        onCase("POST")
                                .then(exec(
                                        checked(withBody(http("#{" + KIND + "}").post("#{" + PATH + "}")), isSilent))),
                        onCase("PATCH")
                                .then(exec(checked(
                                        withBody(http("#{" + KIND + "}").patch("#{" + PATH + "}")), isSilent))));
    }

    private static HttpRequestActionBuilder withBody(HttpRequestActionBuilder request) {
        return request.body(StringBody(session -> text(session, BODY)));
    }

    private HttpRequestActionBuilder checked(HttpRequestActionBuilder request, boolean isSilent) {
        HttpRequestActionBuilder checked = request.check(
                        status().saveAs(STATUS),
                        header("Retry-After").optional().saveAs(RETRY_AFTER),
                        job.plan.mayRefuse() ? status().in(200, 201, 503) : status().in(200, 201))
                .checkIf((response, session) -> response.status().code() >= 400)
                .then(bodyString().saveAs(COMPLAINT))
                .checkIf((response, session) -> response.status().code() == 503)
                .then(header("Retry-After").exists());
        return isSilent ? checked.silent() : checked;
    }

    private Session begun(Session session) {
        return session.set(PLACE, job.samples.begin(session.getInt(SHARE), System.nanoTime()));
    }

    private Session ended(Session session) {
        long now = System.nanoTime();
        int status = session.contains(STATUS) ? session.getInt(STATUS) : 0;
        Outcome outcome = outcome(session, status);
        job.samples.end(session.getInt(PLACE), now, outcome);
        job.lastAnswer.accumulateAndGet(now, Math::max);
        if (outcome == Outcome.FAILED) {
            job.failures.add(text(session, KIND), status, session.contains(COMPLAINT) ? text(session, COMPLAINT) : "");
        }
        return session;
    }

    private static Outcome outcome(Session session, int status) {
        if (status == 200 || status == 201) {
            return session.isFailed() ? Outcome.FAILED : Outcome.ANSWERED;
        }
        return status == 503 && session.contains(RETRY_AFTER) ? Outcome.REFUSED : Outcome.FAILED;
    }

    private static String text(Session session, String attribute) {
        return Objects.requireNonNull(session.getString(attribute), attribute);
    }
}
