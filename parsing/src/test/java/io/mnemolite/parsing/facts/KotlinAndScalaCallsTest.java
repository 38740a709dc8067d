package io.mnemolite.parsing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Calls of Kotlin and Scala, whose files name packages. */
class KotlinAndScalaCallsTest {

    @Test
    void kotlin_membersOfPackages_byNameByStarByPackageAndInFull() {
        Sources sources = new Sources("kotlin")
                .with("lib/src/Texts.kt", """
                        package shop.text
                        fun slug(s: String) = s
                        fun trim(s: String) = s
                        private fun hidden() {}
                        class Writer(val name: String) {
                            fun write() {}
                            companion object {
                                fun open() = Writer("x")
                            }
                        }
                        object Registry {
                            fun find() {}
                        }
                        """)
                .with("lib/src/Other.kt", "package shop.other\nfun total() {}\nfun slug(s: String) = s\n")
                .with("app/src/Near.kt", "package shop.app\nfun near() {}\nprivate fun secret() {}\n")
                .with("app/src/Main.kt", """
                        package shop.app
                        import shop.text.slug
                        import shop.text.Writer as Pen
                        import shop.text.Registry
                        import shop.other.*
                        import kotlin.io.path.Path
                        fun main(p: Pen) {
                          slug("a")
                          total()
                          near()
                          Pen("x")
                          Pen.open()
                          Registry.find()
                          p.write()
                          shop.text.trim("x")
                          trim("x")
                          secret()
                          Path("x")
                          val slug = 1
                          slug("b")
                        }
                        """);

        assertThat(sources.calls("app/src/Main.kt"))
                .containsExactlyInAnyOrder(
                        "8 shop.app.main(Pen) -> shop.text.slug(String)",
                        "9 shop.app.main(Pen) -> shop.other.total()",
                        "10 shop.app.main(Pen) -> shop.app.near()",
                        "11 shop.app.main(Pen) -> shop.text.Writer",
                        "12 shop.app.main(Pen) -> shop.text.Writer.open()",
                        "13 shop.app.main(Pen) -> shop.text.Registry.find()",
                        "14 shop.app.main(Pen) -> shop.text.Writer.write()",
                        "15 shop.app.main(Pen) -> shop.text.trim(String)",
                        "16 shop.app.main(Pen) -> ambiguous trim",
                        "17 shop.app.main(Pen) -> ambiguous secret",
                        "18 shop.app.main(Pen) -> external Path",
                        "20 shop.app.main(Pen) -> unknown_receiver slug");
    }

    @Test
    void scala_importsOneSeveralAllAndRenamed_andPackagesAround() {
        Sources sources = new Sources("scala")
                .with("a/Text.scala", """
                        package shop.text
                        object Slug { def of(s: String) = s }
                        object Trim { def of(s: String) = s }
                        class Writer { def write() = 1 }
                        """)
                .with(
                        "b/More.scala",
                        "package shop.more\nobject All { def run() = 1 }\nobject Deep { def run() = 1 }\n")
                .with("c/Near.scala", "package shop\nobject Near { def run() = 1 }\n")
                .with("d/Main.scala", """
                        package shop
                        package app
                        import shop.text.Slug
                        import shop.text.{Trim => T, Writer}
                        import shop.more._
                        import java.util.Objects
                        object Main {
                          def main(w: Writer) = {
                            Slug.of("a")
                            T.of("b")
                            w.write()
                            new Writer().write()
                            All.run()
                            Near.run()
                            shop.more.Deep.run()
                            Objects.hash()
                            Trim.of("c")
                          }
                        }
                        """);

        assertThat(sources.calls("d/Main.scala"))
                .contains(
                        "9 shop.app.Main.main(Writer) -> shop.text.Slug.of(String)",
                        "10 shop.app.Main.main(Writer) -> shop.text.Trim.of(String)",
                        "11 shop.app.Main.main(Writer) -> shop.text.Writer.write()",
                        "12 shop.app.Main.main(Writer) -> shop.text.Writer.write()",
                        "12 shop.app.Main.main(Writer) -> shop.text.Writer",
                        "13 shop.app.Main.main(Writer) -> shop.more.All.run()",
                        "14 shop.app.Main.main(Writer) -> shop.Near.run()",
                        "15 shop.app.Main.main(Writer) -> shop.more.Deep.run()",
                        "16 shop.app.Main.main(Writer) -> external Objects.hash",
                        "17 shop.app.Main.main(Writer) -> unknown_receiver Trim.of");
    }

    @Test
    void scala_objectsThatAreCalled_selfTypesAndImportsWithinObjects() {
        Sources sources = new Sources("scala")
                .with("a/Trees.scala", """
                        package shop
                        abstract class Tree(x: Int)
                        object Tree { def apply(x: Int) = null }
                        case class Leaf(x: Int)
                        object Other { def Leaf(x: Int) = null }
                        trait Walk { def step() = 1 }
                        object Shapes {
                          abstract class Companion { def apply(x: Int) = null }
                          abstract case class Shape(x: Int)
                          object Shape extends Companion
                        }
                        class Scope(x: Int) { def this(x: Int, y: Int) = this(x) }
                        """)
                .with("a/inner/package.scala", "package shop\npackage object inner { object map { def run() = 1 } }\n")
                .with("a/Main.scala", """
                        package shop
                        import shop.inner._
                        object Main {
                          import Other._
                          def main() = {
                            Tree(1)
                            new Tree(1)
                            Leaf(2)
                            map.run()
                            Shapes.Shape(3)
                            new Scope(1)
                            new Scope(1, 2)
                          }
                        }
                        trait Self { self: Walk =>
                          def go() = step()
                        }
                        """);

        assertThat(sources.calls("a/Main.scala"))
                .containsExactlyInAnyOrder(
                        "6 shop.Main.main() -> shop.Tree.apply(Int)",
                        "7 shop.Main.main() -> shop.Tree",
                        "8 shop.Main.main() -> shop.Other.Leaf(Int)",
                        "9 shop.Main.main() -> shop.inner.map.run()",
                        "10 shop.Main.main() -> shop.Shapes.Companion.apply(Int)",
                        "11 shop.Main.main() -> shop.Scope",
                        "12 shop.Main.main() -> shop.Scope.this(Int,Int)",
                        "16 shop.Self.go() -> shop.Walk.step()");
        assertThat(sources.relations("a/Main.scala")).noneMatch(line -> line.contains("inherits"));
    }

    @Test
    void kotlin_extensionsAliasesAndImportsThatHideWhatTheFileDefines() {
        Sources sources = new Sources("kotlin").with("a/Flow.kt", """
                        package flow

                        /** What comes. */
                        interface Flow {
                            fun collect()
                        }
                        class LinkedQueue(x: Int)
                        fun other() {}
                        fun Flow.collect(x: Int) {}
                        class Spec {
                            companion object {
                                fun make() {}
                            }
                        }
                        """).with("b/Main.kt", """
                        package app
                        import flow.*
                        import flow.other as own
                        import flow.Spec.Companion.make
                        typealias Queue = LinkedQueue
                        fun own() {}
                        fun Flow.all() {
                            collect()
                            own()
                            Queue(1)
                            make()
                        }
                        fun check(make: Boolean) {
                            make()
                        }
                        """);

        assertThat(sources.calls("b/Main.kt"))
                .containsExactlyInAnyOrder(
                        "8 app.all() -> flow.Flow.collect()",
                        "9 app.all() -> flow.other()",
                        "10 app.all() -> flow.LinkedQueue",
                        "11 app.all() -> flow.Spec.make()",
                        "14 app.check(Boolean) -> ambiguous make");
    }

    @Test
    void kotlin_whatMayBeInheritedOrOfAReceiver_isLessSure_andInitIsNoConstructor() {
        Sources sources = new Sources("kotlin")
                .with("a/Other.kt", "package app\nfun finish() {}\nprivate class Hidden\n")
                .with("a/Main.kt", """
                        package app
                        import library.Activity
                        import com.acme.CompanionService
                        class A : Activity() {
                            fun init() {}
                            fun f() {
                                finish()
                                A()
                                Hidden()
                                CompanionService()
                            }
                        }
                        """);

        assertThat(sources.calls("a/Main.kt"))
                .containsExactlyInAnyOrder(
                        "7 app.A.f() -> app.finish()",
                        "8 app.A.f() -> app.A",
                        "9 app.A.f() -> ambiguous Hidden",
                        "10 app.A.f() -> external CompanionService");
        assertThat(sources.confidences("a/Main.kt")).containsExactlyInAnyOrder("7 0.8", "8 1.0");
    }

    @Test
    void scala_wildcardImport_comesBeforeTheOtherFilesOfThePackage() {
        Sources sources = new Sources("scala")
                .with("a/A.scala", "package p\nobject Util { def run() = 1 }\n")
                .with("a/B.scala", "package q\nobject Util { def run() = 2 }\n")
                .with("a/C.scala", """
                        package p
                        import scala.concurrent.duration._
                        import com.acme.Api
                        import Api._
                        import q._
                        object C { def m() = Util.run() }
                        """);

        assertThat(sources.calls("a/C.scala")).containsExactly("6 p.C.m() -> q.Util.run()");
    }
}
