package io.mnemolite.benchmarks;

import io.mnemolite.benchmarks.callgraph.CallGraphMeasurement;
import io.mnemolite.benchmarks.harness.Scenario;
import io.mnemolite.benchmarks.harness.Settings;

/** How many edges of the Java call graph are true, and how many true ones are there. */
final class CallGraph implements Scenario {

    @Override
    public String title() {
        return "callgraph: Java against javac";
    }

    @Override
    public String page() {
        return "issue-3.md";
    }

    @Override
    public String measure(Settings settings) {
        return CallGraphMeasurement.measure(
                settings.project().resolve("benchmarks/target/corpora"),
                settings.work().resolve("native"));
    }
}
