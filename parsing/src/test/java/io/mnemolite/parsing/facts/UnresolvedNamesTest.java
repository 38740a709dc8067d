package io.mnemolite.parsing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Call sites without an edge bear the name of what they may call, since answers about it count them. */
class UnresolvedNamesTest {

    @Test
    void javaConstructors_calledBySuperAndThis_bearTheNameOfTheType() {
        Sources sources = Sources.java()
                .with("a/Base.java", "package a; class Base { Base(int x) {} }")
                .with("a/A.java", """
                        package a;
                        class A extends Base {
                          A() { super(1, 2); }
                          A(int x) { this(x, 2, 3); }
                        }
                        class B extends other.Thing {
                          B() { super(1); }
                        }
                        """);

        assertThat(sources.unresolvedNames("a/A.java")).containsExactly("3 Base", "4 A", "7 Thing");
    }

    @Test
    void aliasOfAnImport_isTheNameInTheModuleThatIsImported() {
        Sources python = new Sources("python").with("a.py", """
                from .missing import f as g
                from .missing import f as h
                g()
                def other(h):
                    h()
                """);
        Sources typescript =
                new Sources("typescript").with("a.ts", "import { f as g, K as L } from './missing';\ng();\nnew L();\n");

        assertThat(python.unresolvedNames("a.py")).containsExactly("3 f", "5 h");
        assertThat(typescript.unresolvedNames("a.ts")).containsExactly("2 f", "3 K");
    }
}
