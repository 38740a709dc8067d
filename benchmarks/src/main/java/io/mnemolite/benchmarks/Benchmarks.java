package io.mnemolite.benchmarks;

import io.mnemolite.benchmarks.code.CodeSearchScenario;
import io.mnemolite.benchmarks.code.CodeSpeedScenario;
import io.mnemolite.benchmarks.code.IncrementalScenario;
import io.mnemolite.benchmarks.harness.Machine;
import io.mnemolite.benchmarks.harness.MissingTool;
import io.mnemolite.benchmarks.harness.Report;
import io.mnemolite.benchmarks.harness.Scenario;
import io.mnemolite.benchmarks.harness.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The entry point: measures the scenarios that are named, all when none is, and writes the report. */
public final class Benchmarks {

    private static final String HELP = """
            ./dev bench [SCENARIO…] [options]

              start          first start, later starts, starts with the AOT cache
              cached-read    reads by id from the cache, against a floor server
              writes         durable writes with mock vectors
              model-writes   durable writes with the real model, against the model alone
              search         hybrid searches with unseen queries and the real model
              memory         resident memory after work
              callgraph      the Java call graph against the compiler, on libraries of Maven Central
              callgraph-typescript
                             the same of TypeScript against npm's typescript, on packages of npm; needs node and npm
              callgraph-python
                             the same of Python against npm's pyright; needs node and npm
              code-search    methods found by what their documentation says, real model
              code-incremental
                             the graph after each of 200 edits against that of a fresh index; needs node and npm
              code-speed     indexing, changing, walking and searching the JDK's own sources
              mcp-recall     recall by agents over MCP, 10,000 events, real model
              dashboard      the page /ui/ after each write

              --long          the durations that the promises name; without it less than 12 minutes in all
              --events N      events the index holds before it is measured, default 100000
              --report FILE   default docs/benchmarks/issue-2.md, of callgraph and code-… issue-3.md,
                              of mcp-recall issue-6.md, of dashboard issue-4.md
            """;

    private Benchmarks() {}

    private static List<Scenario> scenarios() {
        return List.of(
                new Starts(),
                new CachedRead(),
                new Writes(),
                new ModelWrites(),
                new Search(),
                new Memory(),
                new CallGraph(),
                new TypeScriptCallGraph(),
                new PythonCallGraph(),
                new CodeSearchScenario(),
                new IncrementalScenario(),
                new CodeSpeedScenario(),
                new AgentRecall(),
                new Dashboard());
    }

    public static void main(String... arguments) throws IOException {
        Path project = Path.of(System.getProperty("mnemolite.project", ".")).toAbsolutePath();
        Path report = null;
        int events = 100_000;
        boolean isLong = false;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--help", "-h", "help" -> {
                    System.out.print(HELP);
                    return;
                }
                case "--long" -> isLong = true;
                case "--events" -> events = Integer.parseInt(arguments[++i]);
                case "--report" -> report = Path.of(arguments[++i]);
                default -> names.add(arguments[i]);
            }
        }
        Path page = project.resolve("docs/benchmarks/issue-2.md");
        Settings settings = new Settings(
                project, project.resolve("benchmarks/target/work"), report == null ? page : report, events, isLong);
        Files.createDirectories(settings.work());
        List<Scenario> known = scenarios();
        for (String name : names) {
            if (known.stream().noneMatch(scenario -> scenario.name().equals(name))) {
                System.err.println("There is no scenario '" + name + "'.\n" + HELP);
                System.exit(2);
            }
        }
        boolean isComplete = true;
        for (Scenario scenario : known) {
            if (names.isEmpty() || names.contains(scenario.name())) {
                Path file = report == null ? page.resolveSibling(scenario.page()) : report;
                isComplete &= run(scenario, settings, file);
            }
        }
        System.exit(isComplete ? 0 : 1);
    }

    /** Whether it could be measured; when not, the others still are. */
    private static boolean run(Scenario scenario, Settings settings, Path report) {
        String facts = Machine.facts(settings);
        System.out.println("Measuring " + scenario.name());
        long start = System.nanoTime();
        String section;
        try {
            section = scenario.measure(settings);
        } catch (MissingTool e) {
            System.err.println(scenario.name() + ": " + e.getMessage());
            return false;
        } catch (RuntimeException e) {
            e.printStackTrace();
            return false;
        }
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        Report.put(report, scenario.title(), facts + "\n\n" + section + "\nMeasured in " + seconds + " s.");
        System.out.println(section);
        return true;
    }
}
