package io.mnemolite.parsing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions of one name are told apart by how many arguments they take; where that does not tell, the edge says so. */
class OverloadsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kotlin|fun f(a: Int) {};fun f(a: Int, b: Int) {};fun m() { f(1) };fun n() { f(1, 2) };fun o() { f(1, 2, 3) }",
                "c-sharp|class A { void f(int a) {};void f(int a, int b) {};void m() { f(1); };void n() { f(1, 2); };void o() { f(1, 2, 3); } }",
                "cpp|void f(int a) {};void f(int a, int b) {};void m() { f(1); };void n() { f(1, 2); };void o() { f(1, 2, 3); }",
                "scala|object A { def f(a: Int) = 1;def f(a: Int, b: Int) = 1;def m() = f(1);def n() = f(1, 2);def o() = f(1, 2, 3) }",
                "swift|func f(_ a: Int) {};func f(_ a: Int, _ b: Int) {};func m() { f(1) };func n() { f(1, 2) };func o() { f(1, 2, 3) }"
            })
    void overload_ofAnotherNumberOfParameters_isTheOneMeant(String grammar, String text) {
        Sources sources = new Sources(grammar).with("a/file.x", text.replace("};", "}\n"));

        assertThat(sources.calls("a/file.x"))
                .anyMatch(line -> line.matches(".* .*m\\(\\) -> .*f\\([iI]nt\\)"))
                .anyMatch(line -> line.matches(".* .*n\\(\\) -> .*f\\([iI]nt,[iI]nt\\)"))
                .anyMatch(line -> line.matches(".* .*o\\(\\) -> ambiguous f"))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kotlin|fun f(a: Int) {};fun f(a: String) {};fun m() { f(x) }",
                "c-sharp|class A { void f(int a) {};void f(string a) {};void m() { f(x); } }",
                "cpp|void f(int a) {};void f(char *a) {};void m() { f(x); }",
                "scala|object A { def f(a: Int) = 1;def f(a: String) = 1;def m() = f(x) }",
                "swift|func f(_ a: Int) {};func f(_ a: String) {};func m() { f(x) }"
            })
    void overloads_ofTheSameNumberOfParameters_areOneEdgeToTheSet(String grammar, String text) {
        Sources sources = new Sources(grammar).with("a/file.x", text.replace("};", "}\n"));

        assertThat(sources.calls("a/file.x")).singleElement().asString().matches(".* -> .*f\\([iI]nt\\) of 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kotlin|fun f(a: Int, b: Int = 1) {};fun f(a: Int, b: Int, c: Int, vararg d: Int) {}|f(1)|f(1, 2, 3, 4, 5)",
                "kotlin|fun f(a: Int, b: () -> Int) {};fun f(a: Int, vararg d: Int) {}|f(1) { 2 }|f(1, 2, 3, 4, 5)",
                "scala|object A { def f(a: Int, b: Int = 1) = 1;def f(a: Int, b: Int, c: Int, d: Int*) = 1 }|f(1)|f(1, 2, 3, 4)",
                "swift|func f(_ a: Int, _ b: Int = 1) {};func f(_ a: Int, _ b: Int, _ c: Int, _ d: Int...) {}|f(1)|f(1, 2, 3, 4)"
            })
    void defaultsAndRepeatedParameters_areCounted(String grammar, String text, String first, String second) {
        String caller = switch (grammar) {
            case "kotlin" -> "fun m() { " + first + " }\nfun n() { " + second + " }";
            case "swift" -> "func m() { " + first + " }\nfunc n() { " + second + " }";
            default -> "";
        };
        String all = grammar.equals("scala")
                ? text.replace(";", "\n").replaceFirst("}$", "\ndef m() = " + first + "\ndef n() = " + second + "\n}")
                : text.replace(";", "\n") + "\n" + caller;
        Sources sources = new Sources(grammar).with("a/file.x", all + "\n");

        assertThat(sources.calls("a/file.x"))
                .anyMatch(line -> line.contains("m() -> ") && line.contains(" of 2") == first.contains("{"))
                .noneMatch(line -> line.contains("ambiguous"));
    }

    @Test
    void cSharp_constructorsParamsAndExtensions() {
        Sources sources = new Sources("c-sharp").with("a/File.cs", """
                class A {
                  A() {}
                  A(int x) {}
                  void F(int a, params string[] rest) {}
                  void F() {}
                  void M() {
                    new A();
                    new A(1);
                    F(1, "a", "b");
                    F();
                    new List<A>();
                  }
                }
                """);

        assertThat(sources.calls("a/File.cs"))
                .contains(
                        "7 a/File.A.M() -> a/File.A.A()",
                        "8 a/File.A.M() -> a/File.A.A(int)",
                        "9 a/File.A.M() -> a/File.A.F(int,string[])",
                        "10 a/File.A.M() -> a/File.A.F()",
                        "11 a/File.A.M() -> external new List".replace("new ", ""));
    }

    @Test
    void inheritedOverload_isFoundBehindOneThatDoesNotFit() {
        Sources sources = new Sources("kotlin").with("a/File.kt", """
                open class Base { fun f(a: Int, b: Int) {}
                  open fun g(a: Int) {} }
                class A(val x: Int) : Base() {
                  constructor(a: Int, b: Int) : this(a)
                  fun f(a: Int) {}
                  override fun g(a: Int) {}
                  fun m() {
                    f(1, 2)
                    g(1)
                    A(1)
                    A(1, 2)
                  }
                }
                """);

        assertThat(sources.calls("a/File.kt"))
                .contains(
                        "8 a/File.A.m() -> a/File.Base.f(Int,Int)",
                        "9 a/File.A.m() -> a/File.A.g(Int)",
                        "10 a/File.A.m() -> a/File.A",
                        "11 a/File.A.m() -> a/File.A.constructor(Int,Int)");
        assertThat(sources.relations("a/File.kt"))
                .contains("a/File.Base.g(Int) may_dispatch a/File.A.g(Int)")
                .noneMatch(line -> line.contains("may_dispatch a/File.A.f"));
    }

    @Test
    void cPlusPlus_methodOutsideOfItsType_seesTheOthers() {
        Sources sources = new Sources("cpp").with("a/file.cpp", """
                class A { public: A(int x) {} void g() {} void run(); };
                void A::run() {
                  g();
                  A::g();
                  new A(1);
                }
                """);

        assertThat(sources.calls("a/file.cpp"))
                .contains(
                        "3 a/file.A.run() -> a/file.A.g()",
                        "4 a/file.A.run() -> a/file.A.g()",
                        "5 a/file.A.run() -> a/file.A.A(int)");
    }
}
