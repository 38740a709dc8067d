package io.mnemolite.parsing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is not known to see is external only where it cannot be what the repository has under that name. */
class UnseenNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rust|pub fn elsewhere() {}|fn main() { elsewhere(); nowhere(); }",
                "c|void elsewhere(void) {}|int main() { elsewhere(); nowhere(); }",
                "cpp|void elsewhere() {}|int main() { elsewhere(); nowhere(); }",
                "c-sharp|class B { public void elsewhere() {} }|class A : B { void main() { elsewhere(); nowhere(); } }",
                "php|<?php function elsewhere() {}|<?php function main() { elsewhere(); nowhere(); }",
                "kotlin|fun elsewhere() {}|fun main() { elsewhere(); nowhere() }",
                "scala|class B { def elsewhere() = 1 }|object A extends B { def main() = { elsewhere(); nowhere() } }",
                "swift|func elsewhere() {}|func main() { elsewhere(); nowhere() }",
                "bash|elsewhere() { echo x; }|main() { elsewhere; nowhere; echo y; }",
                "ruby|def elsewhere() end|def main() elsewhere(); nowhere() end"
            })
    void bareCall_ofWhatAnotherFileDefines_isAmbiguous(String grammar, String other, String text) {
        Sources sources = new Sources(grammar).with("lib/other.x", other + "\n").with("a/main.x", text + "\n");

        assertThat(sources.calls("a/main.x"))
                .anyMatch(line -> line.contains("main") && line.endsWith("-> ambiguous elsewhere"))
                .anyMatch(line -> line.endsWith("-> external nowhere"))
                .noneMatch(line -> line.contains("elsewhere("));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cpp|class B { public: void run() {} };|void main(B* b) { b->run(); b->stop(); }",
                "c-sharp|class B { public void run() {} }|class A { void main(B b) { b.run(); b.stop(); } }",
                "php|<?php class B { function run() {} }|<?php function main(B $b) { $b->run(); $b->stop(); }",
                "kotlin|class B { fun run() {} }|fun main(b: B) { b.run(); b.stop() }",
                "scala|class B { def run() = 1 }|object A { def main(b: B) = { b.run(); b.stop() } }",
                "swift|class B { func run() {} }|func main(b: B) { b.run(); b.stop() }",
                "rust|pub struct B; impl B { pub fn run(&self) {} }|fn main() { B::run(); B::stop(); }",
                "ruby|class B; def self.run() end; end|def main() B.run(); B.stop() end"
            })
    void memberOfATypeThatIsNotSeen_isOfAnUnknownReceiver(String grammar, String other, String text) {
        Sources sources = new Sources(grammar).with("lib/other.x", other + "\n").with("a/main.x", text + "\n");

        assertThat(sources.calls("a/main.x"))
                .anyMatch(line -> line.matches(".* -> unknown_receiver .*run"))
                .anyMatch(line -> line.matches(".* -> (external|unknown_receiver) .*stop"))
                .noneMatch(line -> line.matches(".* -> external .*run"));
    }

    @Test
    void definitionInATest_isNothingToCodeThatIsNoTest() {
        Sources sources = new Sources("c")
                .with("tests/other.c", "void elsewhere(void) {}\n")
                .with("tests/more.c", "void check(void) { elsewhere(); }\n")
                .with("main.c", "int main() { elsewhere(); }\n");

        assertThat(sources.calls("main.c")).containsExactly("1 main.main() -> external elsewhere");
        assertThat(sources.calls("tests/more.c")).containsExactly("1 tests/more.check() -> ambiguous elsewhere");
    }

    @Test
    void typescript_namesOfPackagesAndOfTheLanguage_areExternal_aliasesAndGlobalsAreNot() {
        Sources sources = new Sources("typescript")
                .with("src/x.ts", "export function run() {}\nexport class Panel { focus() {} write() {} }\n")
                .with("global.ts", "function shared() {}\n")
                .with("src/main.ts", """
                        import { run } from 'library';
                        import { run as start } from '@/x';
                        function main<T extends Panel>(t: T, e: HTMLElement) {
                          run();
                          start();
                          shared();
                          t.focus();
                          e.focus();
                          document.write();
                          run(new Map()).write();
                        }
                        """);

        assertThat(sources.calls("src/main.ts"))
                .contains(
                        "4 src/main.main(T,HTMLElement) -> external run",
                        "5 src/main.main(T,HTMLElement) -> unknown_receiver start",
                        "6 src/main.main(T,HTMLElement) -> ambiguous shared",
                        "7 src/main.main(T,HTMLElement) -> unknown_receiver t.focus",
                        "8 src/main.main(T,HTMLElement) -> external e.focus",
                        "9 src/main.main(T,HTMLElement) -> external document.write",
                        "10 src/main.main(T,HTMLElement) -> external run().write");
    }

    @Test
    void resultOfAnExternalFunction_thatWasHandedAnOwnObject_mayBeIt() {
        Sources sources = new Sources("python").with("a.py", """
                import copy
                class Shape:
                    def area(self): pass
                def f(path):
                    copy.copy(Shape()).area()
                    copy.copy(path).area()
                    open(path).area()
                """);

        assertThat(sources.calls("a.py"))
                .contains(
                        "5 a.f() -> unknown_receiver copy.copy().area",
                        "6 a.f() -> external copy.copy().area",
                        "7 a.f() -> external open().area");
    }

    @Test
    void python_packageThatTheRepositoryHasSomewhere_isNotExternal() {
        Sources sources = new Sources("python")
                .with("services/one/shop/prices.py", "def total(): pass\n")
                .with("services/two/shop/prices.py", "def total(): pass\n")
                .with("tools/main.py", """
                        from shop.prices import total
                        from django.shortcuts import total as other
                        from missing import *
                        total()
                        other()
                        len([])
                        """);

        assertThat(sources.calls("tools/main.py"))
                .contains(
                        "4 tools.main -> unknown_receiver total",
                        "5 tools.main -> external other",
                        "6 tools.main -> external len");
    }

    @Test
    void supertypeThatIsNotSeen_leavesOpenWhatIsInherited() {
        Sources sources = new Sources("kotlin")
                .with("lib/Base.kt", "open class Base { fun help() {} }\n")
                .with("a/Main.kt", "class Main : Base() { fun main() { help(); this.help(); this.other() } }\n");

        assertThat(sources.calls("a/Main.kt"))
                .contains(
                        "1 a/Main.Main.main() -> ambiguous help",
                        "1 a/Main.Main.main() -> unknown_receiver this.help",
                        "1 a/Main.Main.main() -> external this.other");
    }

    @Test
    void builtInNameThatATypeElsewhereHasAsMethod_isAmbiguous() {
        Sources sources = new Sources("kotlin")
                .with("lib/Base.kt", "open class Base { fun check(x: Int) {} }\n")
                .with("a/Main.kt", "class Main : Base() { fun main() { check(1); println(2) } }\n");

        assertThat(sources.calls("a/Main.kt"))
                .contains("1 a/Main.Main.main() -> ambiguous check", "1 a/Main.Main.main() -> external println");
    }

    @Test
    void memberThatIsAddedToATypeOfTheLanguage_isNotExternal() {
        Sources sources = new Sources("kotlin")
                .with("lib/Texts.kt", "fun String.slug(): String { return this }\n")
                .with("a/Main.kt", "fun main(s: String, all: List<String>) { s.slug(); all.slug(); s.trim() }\n");

        assertThat(sources.calls("a/Main.kt"))
                .anyMatch(line -> line.endsWith("-> unknown_receiver s.slug"))
                .anyMatch(line -> line.endsWith("-> unknown_receiver all.slug"))
                .anyMatch(line -> line.endsWith("-> external s.trim"));
    }

    @Test
    void go_packageOfAModuleWithoutManifest_isNotExternal() {
        Sources sources = new Sources("go")
                .with("server/run.go", "package server\n\nfunc Run() {}\n")
                .with(
                        "main.go",
                        "package main\n\nimport (\n\t\"example.org/app/server\"\n\t\"net/http\"\n)\n\nfunc main() {\n\tserver.Run()\n\thttp.Run()\n}\n");

        assertThat(sources.calls("main.go"))
                .anyMatch(line -> line.endsWith("-> unknown_receiver server.Run"))
                .anyMatch(line -> line.endsWith("-> external http.Run"));
    }

    @Test
    void cPlusPlus_isOfOneFamilyWithItsHeadersOfC() {
        Sources sources = new Sources("cpp")
                .with("lib.h", Sources.facts("c", "lib.h", "int open_lib(void) { return 1; }\n"))
                .with("main.cpp", "int main() { return open_lib(); }\n");

        assertThat(sources.calls("main.cpp")).containsExactly("1 main.main() -> ambiguous open_lib");
    }

    @Test
    void javaKotlinAndScala_mayCallEachOther_soThatNothingOfTheirsIsExternal() {
        Sources java = Sources.java()
                .with(
                        "b/Panel.kt",
                        Sources.facts("kotlin", "b/Panel.kt", "package b\nclass Panel {\n    fun focus() {}\n}\n"))
                .with("a/A.java", """
                        package a;
                        import b.Panel;
                        class A {
                          void m(Panel panel, java.util.List<String> list) {
                            panel.focus();
                            panel.other();
                            new Panel();
                            list.size();
                          }
                        }
                        """);
        Sources kotlin = new Sources("kotlin")
                .with(
                        "b/Base.java",
                        Sources.facts("java", "b/Base.java", "package b; public class Base { void help() {} }\n"))
                .with(
                        "a/Main.kt",
                        "package a\nimport b.Base\nclass Main : Base() {\n    fun m() {\n        help()\n        nothing()\n    }\n}\n");

        assertThat(java.calls("a/A.java"))
                .containsExactly(
                        "5 a.A.m(Panel,java.util.List<String>) -> unknown_receiver panel.focus",
                        "6 a.A.m(Panel,java.util.List<String>) -> external panel.other",
                        "7 a.A.m(Panel,java.util.List<String>) -> unknown_receiver new Panel",
                        "8 a.A.m(Panel,java.util.List<String>) -> external list.size");
        assertThat(kotlin.calls("a/Main.kt"))
                .containsExactly("5 a.Main.m() -> ambiguous help", "6 a.Main.m() -> external nothing");
    }

    @Test
    void memberOfAJavaClass_thatKotlinImports_isNotExternal() {
        Sources sources = new Sources("kotlin")
                .with(
                        "b/Util.java",
                        Sources.facts(
                                "java", "b/Util.java", "package com.acme; class Util { static void helper() {} }\n"))
                .with("a/Main.kt", "package a\nimport com.acme.Util.helper\nfun main() {\n    helper()\n}\n");

        assertThat(sources.calls("a/Main.kt")).containsExactly("4 a.main() -> unknown_receiver helper");
    }
}
