package io.mnemolite.benchmarks.callgraph;

import io.mnemolite.benchmarks.harness.SourceCorpus;
import java.util.List;

/** The libraries on which the Java call graph is measured. */
final class CallGraphCorpora {

    /** Those that the promises name come first; the others tell whether the rules are made to measure. */
    static final List<SourceCorpus> ALL = List.of(
            new SourceCorpus(
                    "com.google.code.gson:gson:2.11.0",
                    List.of("com.google.errorprone:error_prone_annotations:2.27.0")),
            new SourceCorpus("org.jsoup:jsoup:1.18.1", List.of("org.jspecify:jspecify:1.0.0")),
            new SourceCorpus(
                    "org.apache.commons:commons-csv:1.12.0",
                    List.of("commons-io:commons-io:2.17.0", "commons-codec:commons-codec:1.17.1")),
            new SourceCorpus("org.apache.commons:commons-lang3:3.17.0", List.of()),
            new SourceCorpus(
                    "com.google.guava:guava:33.3.1-jre",
                    List.of(
                            "com.google.guava:failureaccess:1.0.2",
                            "com.google.code.findbugs:jsr305:3.0.2",
                            "org.checkerframework:checker-qual:3.43.0",
                            "com.google.errorprone:error_prone_annotations:2.28.0",
                            "com.google.j2objc:j2objc-annotations:3.0.0")));

    private CallGraphCorpora() {}
}
