package io.mnemolite.e2e.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.Polling;
import io.mnemolite.e2e.SharedServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Alerts and dashboard ask for metrics and labels that a running server shows, and name routes that it has. */
class ObservabilityTest {

    private static final String RULES = "deploy/observability/rules.yaml";
    private static final String DASHBOARD = "deploy/observability/dashboard.json";
    private static final Set<String> ADDED_BY_PROMETHEUS = Set.of("job", "instance");
    private static final Set<String> FUNCTIONS =
            Set.of("deriv", "histogram_quantile", "max", "min", "min_over_time", "rate", "sum");
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Http http = SharedServer.http();

    record RuleFile(List<RuleGroup> groups) {}

    record RuleGroup(String name, @Nullable String interval, List<Rule> rules) {}

    record Rule(
            @Nullable String record,
            @Nullable String alert,
            String expr,
            @JsonProperty("for") @Nullable String patience,
            Map<String, String> labels,
            Map<String, String> annotations) {

        // A recorded series has neither.
        Rule {
            labels = labels == null ? Map.of() : labels;
            annotations = annotations == null ? Map.of() : annotations;
        }
    }

    @Test
    void rules_askForWhatTheServerShows() {
        ShownMetrics shown = shown();
        Set<String> recorded =
                rules().flatMap(rule -> Stream.ofNullable(rule.record())).collect(Collectors.toSet());

        assertThat(rules()).isNotEmpty().allSatisfy(rule -> check(rule.expr(), shown, recorded));
    }

    @Test
    void alerts_sayWhatIsTheMatterAndWhatToDo() {
        Set<String> routes = new TreeSet<>();
        http.get("/openapi.json").json().path("paths").fieldNames().forEachRemaining(routes::add);
        List<Rule> alerts = rules().filter(rule -> rule.alert() != null).toList();

        assertThat(alerts)
                .extracting(Rule::alert)
                .containsExactly(
                        "MnemoliteDown",
                        "MnemoliteFailures",
                        "MnemoliteSlow",
                        "MnemolitePoolExhausted",
                        "MnemoliteRefusing",
                        "MnemoliteIndexNotReady",
                        "MnemoliteIndexBehind",
                        "MnemoliteEmbeddingBacklog",
                        "MnemoliteDiskNearlyFull",
                        "MnemoliteHeapNearlyFull");
        assertThat(alerts).allSatisfy(alert -> {
            assertThat(alert.patience()).matches("[1-9][0-9]*m");
            assertThat(alert.labels()).containsOnlyKeys("severity");
            assertThat(alert.labels().get("severity")).isIn("warning", "critical");
            assertThat(alert.annotations()).containsOnlyKeys("summary", "action");
            assertThat(alert.annotations().get("summary")).contains("{{ $labels.instance }}");
            Set<String> named = ProjectFiles.all(
                    alert.annotations().getOrDefault("action", ""), "(?<= |^)(/[a-z][a-z0-9/-]*[a-z])");
            named.remove("/metrics");
            assertThat(routes).containsAll(named);
        });
    }

    @Test
    void dashboard_asksForWhatTheServerShows() {
        ShownMetrics shown = shown();

        assertThat(ProjectFiles.tree(DASHBOARD).findValuesAsText("expr"))
                .hasSizeGreaterThan(20)
                .allSatisfy(expression -> check(expression, shown, Set.of()));
    }

    @Test
    void dashboard_hasARowForEachPartAndPanelsThatDoNotOverlap() {
        JsonNode panels = ProjectFiles.tree(DASHBOARD).path("panels");

        assertThat(panels.valueStream()
                        .filter(panel -> panel.path("type").asText().equals("row"))
                        .map(panel -> panel.path("title").asText()))
                .containsExactly("Traffic", "Latency", "Caches", "Pool", "Index", "Embedding", "JVM");
        assertThat(panels.findValuesAsText("id")).doesNotHaveDuplicates().hasSize(panels.size());
        Set<String> taken = new TreeSet<>();
        for (JsonNode panel : panels) {
            JsonNode place = panel.path("gridPos");
            int right = place.path("x").asInt() + place.path("w").asInt();
            assertThat(right).isLessThanOrEqualTo(24);
            for (int x = place.path("x").asInt(); x < right; x++) {
                for (int y = 0; y < place.path("h").asInt(); y++) {
                    assertThat(taken.add(x + "," + (place.path("y").asInt() + y)))
                            .as("%s at %d, row %d", panel.path("title"), x, y)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void dashboard_usesVariablesThatItDeclares() {
        String text = ProjectFiles.text(DASHBOARD);
        Set<String> declared = new TreeSet<>(
                ProjectFiles.tree(DASHBOARD).path("templating").path("list").findValuesAsText("name"));

        Set<String> used = ProjectFiles.all(text, "\\$\\{?([a-z]+)");
        assertThat(declared).containsExactlyElementsOf(used);
    }

    @Test
    void scrapeExample_asksTheRouteUnderTheNameThatTheRulesKnow() {
        JsonNode scrape = ProjectFiles.tree("deploy/observability/prometheus.yaml");
        JsonNode job = scrape.at("/scrape_configs/0");

        assertThat(http.get(job.path("metrics_path").asText()).status()).isEqualTo(200);
        assertThat(scrape.at("/rule_files/0").asText()).isEqualTo("rules.yaml");
        assertThat(rules().map(rule -> MetricExpression.parse(rule.expr()))
                        .flatMap(expression ->
                                Stream.ofNullable(expression.matchers().get("up"))))
                .containsExactly(Map.of("job", job.path("job_name").asText()));
    }

    private static void check(String text, ShownMetrics shown, Set<String> recorded) {
        MetricExpression expression = MetricExpression.parse(text);
        assertThat(FUNCTIONS).containsAll(expression.functions());
        assertThat(expression.matchers()).isNotEmpty();
        Set<String> labels = new TreeSet<>(ADDED_BY_PROMETHEUS);
        expression.matchers().forEach((metric, matchers) -> {
            if (metric.equals("up") || recorded.contains(metric)) {
                return;
            }
            assertThat(shown.values().keySet()).as(text).contains(metric);
            labels.addAll(shown.labels(metric).keySet());
            matchers.forEach((label, value) -> {
                if (!ADDED_BY_PROMETHEUS.contains(label)) {
                    assertThat(shown.labels(metric)).as(text).containsKey(label);
                }
                if (value.matches("[a-z-]+") && !ADDED_BY_PROMETHEUS.contains(label)) {
                    assertThat(shown.labels(metric).get(label)).as(text).contains(value);
                }
            });
        });
        assertThat(labels).as(text).containsAll(expression.groupings());
    }

    /** After a request has been answered: its series exist from then on. */
    private ShownMetrics shown() {
        http.get("/v1/events?limit=1");
        Polling.until(
                "a request is counted",
                Duration.ofSeconds(5),
                () -> http.get("/metrics").body().contains("\napi_requests_total{"));
        return ShownMetrics.parse(http.get("/metrics").body());
    }

    private static Stream<Rule> rules() {
        try {
            return STRICT.treeToValue(ProjectFiles.tree(RULES), RuleFile.class).groups().stream()
                    .flatMap(group -> group.rules().stream());
        } catch (JsonProcessingException e) {
            throw new AssertionError(RULES + ": " + e.getOriginalMessage(), e);
        }
    }
}
