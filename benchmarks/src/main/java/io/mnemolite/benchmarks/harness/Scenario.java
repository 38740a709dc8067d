package io.mnemolite.benchmarks.harness;

/** One thing that is measured, runnable alone. */
public interface Scenario {

    /** The heading of its section; the part before the colon is its name on the command line. */
    String title();

    /** Measures and returns the section in Markdown; nothing is left running. */
    String measure(Settings settings);

    /** The page below docs/benchmarks that its section stands on, unless the command line names another. */
    default String page() {
        return "issue-2.md";
    }

    default String name() {
        return title().substring(0, title().indexOf(':'));
    }
}
