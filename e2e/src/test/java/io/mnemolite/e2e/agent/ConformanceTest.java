package io.mnemolite.e2e.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.npm.NpmPackages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The official conformance suite passes, in its stable version and in the one that knows the revision without sessions. */
class ConformanceTest extends AgentServers {

    private static final Pattern SCENARIO = Pattern.compile("(?m)^  - (\\S+) \\[(.*)]$");
    private static final String APPLIES = "applies";
    private static final String BUT = APPLIES + " but ";

    @TempDir
    Path folder;

    /** The versions of the suite. */
    enum Suite {
        STABLE("conformance", SessionClient.LATEST),
        NEXT("conformance-next", StatelessClient.VERSION);

        private final String script;
        private final String revision;

        Suite(String name, String revision) {
            this.script = name + "/dist/index.js";
            this.revision = revision;
        }
    }

    @ParameterizedTest
    @EnumSource
    void scenarios_thatApply_pass(Suite suite) throws IOException {
        Map<String, String> listed = listed();
        List<String> failures = new ArrayList<>();
        int checks = 0;
        for (Map.Entry<String, String> scenario : scenarios(suite).entrySet()) {
            String applies = Objects.requireNonNullElse(listed.get(scenario.getKey()), "");
            if (!applies.startsWith(APPLIES)) {
                continue;
            }
            String revision = scenario.getValue().contains(suite.revision) ? suite.revision : SessionClient.LATEST;
            Set<String> excused = applies.startsWith(BUT)
                    ? Set.of(applies.substring(BUT.length()).split(" "))
                    : Set.of();
            List<JsonNode> results = run(suite, scenario.getKey(), revision);
            checks += results.size();
            failures.addAll(failures(scenario.getKey(), results, excused));
        }
        assertThat(failures).isEmpty();
        assertThat(checks).isGreaterThanOrEqualTo(suite == Suite.STABLE ? 8 : 50);
    }

    @Test
    void scenarios_ofBothSuites_areListed() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Suite suite : Suite.values()) {
            known.addAll(scenarios(suite).keySet());
        }

        assertThat(listed().keySet()).isEqualTo(known);
    }

    private static List<String> failures(String scenario, List<JsonNode> results, Set<String> excused) {
        List<String> failures = new ArrayList<>();
        Set<String> failed = new HashSet<>();
        for (JsonNode check : results) {
            if (check.path("status").asText().equals("FAILURE")) {
                String id = check.path("id").asText();
                failed.add(id);
                if (!excused.contains(id)) {
                    failures.add(scenario + ": " + id + ": "
                            + check.path("errorMessage").asText());
                }
            }
        }
        if (results.stream().noneMatch(check -> check.path("status").asText().equals("SUCCESS"))) {
            failures.add(scenario + ": nothing was checked");
        }
        excused.stream()
                .filter(id -> !failed.contains(id))
                .forEach(id -> failures.add(scenario + ": " + id + " passes, so that it needs no excuse any more"));
        return failures;
    }

    private List<JsonNode> run(Suite suite, String scenario, String revision) throws IOException {
        Path output = Files.createDirectories(folder.resolve(suite + "-" + scenario));
        NpmPackages.Outcome outcome = NpmPackages.run(
                output,
                suite.script,
                "server",
                "--url",
                http().uri("/mcp").toString(),
                "--scenario",
                scenario,
                "--spec-version",
                revision,
                "--output-dir",
                output.toString());
        List<JsonNode> checks = new ArrayList<>();
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(path -> path.endsWith("checks.json")).toList()) {
                Http.tree(Files.readString(file)).forEach(checks::add);
            }
        }
        assertThat(checks).as(scenario + ": " + outcome).isNotEmpty();
        return checks;
    }

    /** The scenarios for servers, with the revisions they are for. */
    private Map<String, String> scenarios(Suite suite) {
        Map<String, String> scenarios = new TreeMap<>();
        NpmPackages.Outcome outcome = NpmPackages.run(folder, suite.script, "list", "--server");
        Matcher matcher = SCENARIO.matcher(outcome.output());
        while (matcher.find()) {
            scenarios.put(matcher.group(1), matcher.group(2));
        }
        assertThat(scenarios).as(outcome.toString()).hasSizeGreaterThan(20);
        return scenarios;
    }

    private static Map<String, String> listed() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        try (InputStream resource =
                Objects.requireNonNull(ConformanceTest.class.getResourceAsStream("/conformance-scenarios.txt"))) {
            new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 2))
                    .forEach(parts -> listed.put(parts[0], parts[1]));
        }
        return listed;
    }
}
