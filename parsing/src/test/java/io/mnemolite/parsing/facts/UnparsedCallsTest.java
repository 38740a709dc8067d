package io.mnemolite.parsing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Text that could not be parsed may hold calls: they are open, so that no answer about their names is said to be exact. */
class UnparsedCallsTest {

    @Test
    void java_nameBeforeAParenthesisInAnError_isAnOpenSite() {
        Sources sources = Sources.java().with("a/A.java", """
                package a;
                class A {
                  void run() {}
                  void broken() {
                    int x = = run( ;
                  }
                  void fine() { run(); }
                }
                """);

        assertThat(sources.calls("a/A.java"))
                .contains("7 a.A.fine() -> a.A.run()")
                .anyMatch(line -> line.startsWith("5 ") && line.contains("unknown_receiver") && line.endsWith("run"));
    }

    @Test
    void python_nameBeforeAParenthesisInAnError_isAnOpenSite() {
        Sources sources = new Sources("python")
                .with("a.py", "def run(): pass\ndef broken():\n    x = = run( ]\ndef fine():\n    run()\n");

        assertThat(sources.calls("a.py"))
                .anyMatch(line -> line.startsWith("5 ") && line.endsWith("-> a.run()"))
                .anyMatch(line -> line.startsWith("3 ") && line.contains("run"));
    }
}
