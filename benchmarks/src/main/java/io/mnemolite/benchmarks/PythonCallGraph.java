package io.mnemolite.benchmarks;

import io.mnemolite.benchmarks.callgraph.module.PythonMeasurement;
import io.mnemolite.benchmarks.harness.Scenario;
import io.mnemolite.benchmarks.harness.Settings;

/** How many edges of the Python call graph are true, and how many true ones are there. */
final class PythonCallGraph implements Scenario {

    @Override
    public String title() {
        return "callgraph-python: Python against pyright";
    }

    @Override
    public String page() {
        return "issue-3.md";
    }

    @Override
    public String measure(Settings settings) {
        return PythonMeasurement.measure(
                settings.project().resolve("benchmarks/target/corpora/npm"),
                settings.project().resolve("parsing/src/test/resources/python-calls"),
                settings.work().resolve("native"));
    }
}
