package io.mnemolite.benchmarks;

import io.mnemolite.benchmarks.callgraph.module.TypeScriptMeasurement;
import io.mnemolite.benchmarks.harness.Scenario;
import io.mnemolite.benchmarks.harness.Settings;

/** How many edges of the TypeScript call graph are true, and how many true ones are there. */
final class TypeScriptCallGraph implements Scenario {

    @Override
    public String title() {
        return "callgraph-typescript: TypeScript against its checker";
    }

    @Override
    public String page() {
        return "issue-3.md";
    }

    @Override
    public String measure(Settings settings) {
        return TypeScriptMeasurement.measure(
                settings.project().resolve("benchmarks/target/corpora/npm"),
                settings.work().resolve("native"));
    }
}
