package io.mnemolite.parsing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Modules of JavaScript that are required, whatever {@code module.exports} is. */
class CommonJsCallsTest {

    @Test
    void wholeModule_isTheFunctionOrClassThatItExports() {
        Sources sources = new Sources("javascript")
                .with("f.js", "function named() {}\nmodule.exports = named;\n")
                .with("g.js", "module.exports = function (x) {};\n")
                .with("K.js", "class K { run() {} static make() {} }\nmodule.exports = K;\n")
                .with("L.js", "module.exports = class { run() {} };\n")
                .with("index.js", "module.exports = require('./f');\n")
                .with("main.js", """
                        const f = require('./f');
                        const g = require('./g');
                        const K = require('./K');
                        const L = require('./L');
                        const again = require('./index');
                        const { make } = require('./K');
                        import imported from './f';
                        function m() {
                          f();
                          g(1);
                          new K().run();
                          K.make();
                          new L().run();
                          again();
                          imported();
                          require('./g')(2);
                        }
                        """);

        assertThat(sources.calls("main.js"))
                .contains(
                        "9 main.m() -> f.named()",
                        "10 main.m() -> g.exports()",
                        "11 main.m() -> K.K.run()",
                        "12 main.m() -> K.K.make()",
                        "13 main.m() -> L.exports.run()",
                        "14 main.m() -> f.named()",
                        "15 main.m() -> f.named()");
    }

    @Test
    void members_areFoundUnderTheNamesThatTheyAreGiven() {
        Sources sources = new Sources("javascript")
                .with("a.js", """
                        function one() {}
                        function two() {}
                        function three() {}
                        module.exports = { first: one, two };
                        module.exports.third = three;
                        """)
                .with("b.js", "function four() {}\nexports.fourth = four;\n")
                .with("main.js", """
                        const { first: start, third } = require('./a');
                        function m() {
                          start();
                          third();
                          require('./a').two();
                          require('./b').fourth();
                          const { fourth: last } = require('./b');
                          last();
                          require('library').two();
                        }
                        """);

        assertThat(sources.calls("main.js"))
                .contains(
                        "3 main.m() -> a.one()",
                        "4 main.m() -> a.three()",
                        "5 main.m() -> a.two()",
                        "6 main.m() -> b.four()",
                        "8 main.m() -> b.four()")
                .anyMatch(line -> line.startsWith("9 ") && line.contains("-> external") && line.endsWith(".two"));
    }
}
