package io.mnemolite.parsing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Java source to edges, a rule each. */
class JavaCallsTest {

    private static final String A = "a/A.java";

    @Test
    void bareCall_findsInnermostTypeFirstThenOuterThenInherited() {
        Sources sources = Sources.java().with(A, """
                package a;
                class A extends Base {
                  void own() {}
                  void m() { own(); inherited(); }
                  class Inner {
                    void n() { own(); inherited(); other(); }
                    void other() {}
                  }
                }
                class Base { void inherited() {} }
                """);

        assertThat(sources.calls(A))
                .containsExactly(
                        "4 a.A.m() -> a.A.own()",
                        "4 a.A.m() -> a.Base.inherited()",
                        "6 a.A.Inner.n() -> a.A.own()",
                        "6 a.A.Inner.n() -> a.Base.inherited()",
                        "6 a.A.Inner.n() -> a.A.Inner.other()");
    }

    @Test
    void bareCall_ofAnImportedStaticMethod_goesThere() {
        Sources sources = Sources.java()
                .with("b/B.java", "package b; public class B extends C { public static void f() {} }")
                .with("b/C.java", "package b; public class C { public static void g() {} public static void h() {} }")
                .with(A, """
                        package a;
                        import static b.B.f;
                        import static b.B.g;
                        import static b.C.*;
                        import static org.example.Foreign.foreign;
                        class A { void m() { f(); g(); h(); foreign(); nowhere(); } }
                        """);

        assertThat(sources.calls(A))
                .containsExactly(
                        "6 a.A.m() -> b.B.f()",
                        "6 a.A.m() -> b.C.g()",
                        "6 a.A.m() -> b.C.h()",
                        "6 a.A.m() -> external foreign",
                        "6 a.A.m() -> dynamic nowhere");
    }

    @Test
    void bareCall_ofWhatNoTypeHas_isDynamic() {
        Sources sources = Sources.java().with(A, "package a; class A { void m() { made(); } }");

        assertThat(sources.calls(A)).containsExactly("1 a.A.m() -> dynamic made");
    }

    @Test
    void typeFromOutside_isExternal_evenWhenTheRepositoryHasOneOfThatName() {
        Sources sources = Sources.java()
                .with("b/List.java", "package b; public class List { public static void of() {} public void add() {} }")
                .with(A, """
                        package a;
                        import java.util.List;
                        import org.example.Widget;
                        class A {
                          void m(List<String> list, Widget widget) {
                            List.of(); list.add(); widget.list().add(); new Widget();
                          }
                        }
                        """);

        assertThat(sources.calls(A))
                .containsExactlyInAnyOrder(
                        "6 a.A.m(List<String>,Widget) -> external List.of",
                        "6 a.A.m(List<String>,Widget) -> external list.add",
                        "6 a.A.m(List<String>,Widget) -> external widget.list().add",
                        "6 a.A.m(List<String>,Widget) -> external widget.list",
                        "6 a.A.m(List<String>,Widget) -> external new Widget");
    }

    @Test
    void typeName_isFoundByImportBeforePackageBeforeWildcard() {
        Sources sources = Sources.java()
                .with("a/X.java", "package a; class X { void f() {} }")
                .with("b/X.java", "package b; public class X { public void f() {} }")
                .with("b/Y.java", "package b; public class Y { public void f() {} }")
                .with("c/X.java", "package c; public class X { public void f() {} }")
                .with(A, "package a; import b.*; class A { void m() { new X().f(); new Y().f(); } }")
                .with("a/B.java", "package a; import b.*; import c.X; class B { void m() { new X().f(); } }");

        assertThat(sources.calls(A))
                .contains("1 a.A.m() -> a.X.f()", "1 a.A.m() -> b.Y.f()", "1 a.A.m() -> a.X.<init>()");
        assertThat(sources.calls("a/B.java")).contains("1 a.B.m() -> c.X.f()");
    }

    @Test
    void receiver_isTypedByLocalsParametersFieldsCastsAndLoops() {
        Sources sources = Sources.java()
                .with("a/T.java", "package a; class T { T next() { return this; } void end() {} T[] all; }")
                .with(A, """
                        package a;
                        class A {
                          T field;
                          void m(T parameter, Object o, java.util.Map<String, T> map, boolean b) {
                            T local = null;
                            local.end(); parameter.end(); field.end(); this.field.end();
                            ((T) o).end();
                            if (o instanceof T t) { t.end(); }
                            for (var e : map.values()) { e.end(); }
                            var v = parameter.next().next();
                            v.end();
                            (b ? local : field).end();
                            parameter.all[0].end();
                            for (var e : parameter.all) { e.end(); }
                          }
                        }
                        """);

        assertThat(sources.calls(A).stream().filter(line -> line.contains("T.end()")))
                .hasSize(11);
        assertThat(sources.calls(A)).allMatch(line -> line.contains("a.T.") || line.contains("external map.values"));
    }

    @Test
    void localVariable_hidesTheFieldOfItsName() {
        Sources sources = Sources.java()
                .with("a/T.java", "package a; class T { void f() {} } class U { void f() {} }")
                .with(A, """
                        package a;
                        class A {
                          T x;
                          void m(Object o) {
                            x.f();
                            U x = new U();
                            x.f();
                            this.x.f();
                            Object y = o; y.f();
                          }
                        }
                        """);

        assertThat(sources.calls(A))
                .contains(
                        "5 a.A.m(Object) -> a.T.f()",
                        "7 a.A.m(Object) -> a.U.f()",
                        "8 a.A.m(Object) -> a.T.f()",
                        "9 a.A.m(Object) -> external y.f");
    }

    @Test
    void overloads_areToldApartByArityThenByCertainTypes() {
        Sources sources = Sources.java().with(A, """
                package a;
                class A {
                  void f() {}
                  void f(int x) {}
                  void f(String x) {}
                  void f(String x, Object... rest) {}
                  void g(Object o, java.util.function.Supplier<Object> unknown) {
                    f(); f(1); f("x"); f("x", o, o); f("x" + 1); f(Foreign.value());
                  }
                }
                """);

        assertThat(sources.calls(A))
                .contains(
                        "8 a.A.g(Object,java.util.function.Supplier<Object>) -> a.A.f()",
                        "8 a.A.g(Object,java.util.function.Supplier<Object>) -> a.A.f(int)",
                        "8 a.A.g(Object,java.util.function.Supplier<Object>) -> a.A.f(String)",
                        "8 a.A.g(Object,java.util.function.Supplier<Object>) -> a.A.f(String,Object...)");
        assertThat(sources.calls(A)).anyMatch(line -> line.contains("-> a.A.f(") && line.endsWith(" of 2"));
    }

    @Test
    void overloads_oneThatPerhapsFitsBesideOneThatFitsLater_areNotCertain() {
        Sources sources = Sources.java()
                .with("a/Base.java", "package a; interface Base {}")
                .with("a/X.java", "package a; class X extends foreign.Y {}")
                .with(A, """
                        package a;
                        class A {
                          void f(Base b) {}
                          void f(Object... rest) {}
                          void g(X x) { f(x); }
                        }
                        """);

        assertThat(sources.calls(A)).containsExactly("5 a.A.g(X) -> a.A.f(Base) of 2");
    }

    @Test
    void generics_areFollowedThroughChainsAndLambdas() {
        Sources sources = Sources.java()
                .with("a/T.java", "package a; class T { String name() { return \"\"; } T twin() { return this; } }")
                .with("a/Box.java", """
                        package a;
                        class Box<E> {
                          E get() { return null; }
                          <R> Box<R> map(java.util.function.Function<? super E, ? extends R> f) { return null; }
                          static <V> Box<V> of(V value) { return null; }
                        }
                        """)
                .with(A, """
                        package a;
                        import java.util.*;
                        class A {
                          void m(Box<T> box, List<T> list, Optional<T> optional) {
                            box.get().name();
                            box.map(t -> t.twin()).get().twin();
                            Box.of(new T()).get().twin();
                            list.stream().filter(t -> t.name().isEmpty()).map(T::twin).forEach(t -> t.name());
                            optional.orElseThrow().name();
                            list.get(0).twin();
                          }
                        }
                        """);

        assertThat(sources.calls(A).stream().filter(line -> line.contains(" a.T.") && line.contains("->")))
                .hasSize(9);
        assertThat(sources.calls(A)).noneMatch(line -> line.contains("unknown_receiver"));
        assertThat(sources.calls(A)).anyMatch(line -> line.startsWith("8 ") && line.endsWith("~> a.T.twin()"));
    }

    @Test
    void interfaces_areTargets_andTheirImplementationsMayBeDispatchedTo() {
        Sources sources = Sources.java()
                .with("a/Shape.java", "package a; interface Shape { void draw(); default void twice() { draw(); } }")
                .with("a/Circle.java", "package a; class Circle implements Shape { public void draw() {} }")
                .with("a/Disk.java", "package a; class Disk extends Circle { public void draw() { super.draw(); } }")
                .with(A, "package a; class A { void m(Shape s) { s.draw(); } }");

        assertThat(sources.calls(A)).containsExactly("1 a.A.m(Shape) -> a.Shape.draw()");
        assertThat(sources.relations("a/Circle.java"))
                .containsExactlyInAnyOrder("a.Circle inherits a.Shape", "a.Shape.draw() may_dispatch a.Circle.draw()");
        assertThat(sources.relations("a/Disk.java")).contains("a.Circle.draw() may_dispatch a.Disk.draw()");
        assertThat(sources.calls("a/Disk.java")).containsExactly("1 a.Disk.draw() -> a.Circle.draw()");
    }

    @Test
    void constructors_areFoundExplicitImplicitChainedAndOfInnerTypes() {
        Sources sources = Sources.java().with(A, """
                package a;
                class A {
                  A(int x) { this(); }
                  A() { super(); }
                  class Inner { Inner(A a) {} }
                  void m(A other) { new A(1); new B(); other.new Inner(this); new A.Inner(null); B.create(A::new); }
                }
                class B { static void create(Object o) {} }
                class C extends A { C() { super(7); } }
                """);

        assertThat(sources.calls(A))
                .contains(
                        "3 a.A.<init>(int) -> a.A.<init>()",
                        "4 a.A.<init>() -> external super",
                        "6 a.A.m(A) -> a.A.<init>(int)",
                        "6 a.A.m(A) -> a.B.<init>()",
                        "6 a.A.m(A) ~> a.A.<init>(int) of 2",
                        "9 a.C.<init>() -> a.A.<init>(int)");
        assertThat(sources.calls(A).stream().filter(line -> line.endsWith("a.A.Inner.<init>(A)")))
                .hasSize(2);
    }

    @Test
    void anonymousLocalEnumAndRecordTypes_areTypesLikeOthers() {
        Sources sources = Sources.java().with(A, """
                package a;
                enum Level {
                  LOW { int weight() { return base(); } }, HIGH;
                  int weight() { return 1; }
                  int base() { return 0; }
                }
                record Pair(String left, Level right) { Pair { check(left); } static void check(String s) {} }
                class A {
                  void m(Pair pair) {
                    pair.right().weight();
                    Level.valueOf("LOW").base();
                    for (Level level : Level.values()) { level.weight(); }
                    Runnable r = new Runnable() { public void run() { helper(); } void helper() { other(); } };
                    class Local { void f() { other(); } }
                    new Local().f();
                  }
                  void other() {}
                }
                """);

        assertThat(sources.calls(A))
                .contains(
                        "3 a.Level.1.weight() -> a.Level.base()",
                        "7 a.Pair.<init>(String,Level) -> a.Pair.check(String)",
                        "10 a.A.m(Pair) -> a.Pair.right()",
                        "10 a.A.m(Pair) -> a.Level.weight()",
                        "11 a.A.m(Pair) -> a.Level.valueOf(java.lang.String)",
                        "11 a.A.m(Pair) -> a.Level.base()",
                        "12 a.A.m(Pair) -> a.Level.values()",
                        "12 a.A.m(Pair) -> a.Level.weight()",
                        "13 a.A.1.run() -> a.A.1.helper()",
                        "13 a.A.1.helper() -> a.A.other()",
                        "14 a.A.m.Local.f() -> a.A.other()",
                        "15 a.A.m(Pair) -> a.A.m.Local.f()");
        assertThat(sources.relations(A)).contains("a.Level.weight() may_dispatch a.Level.1.weight()");
    }

    @Test
    void mainCode_neverCallsTests() {
        Sources sources = Sources.java()
                .with("src/test/java/a/Fixture.java", "package a; class Fixture { static void f() {} }")
                .with("src/main/java/a/A.java", "package a; class A { void m() { Fixture.f(); } }")
                .with(
                        "src/test/java/a/ATest.java",
                        "package a; class ATest { void t() { Fixture.f(); new A().m(); } }");

        assertThat(sources.calls("src/main/java/a/A.java")).containsExactly("1 a.A.m() -> external Fixture.f");
        assertThat(sources.calls("src/test/java/a/ATest.java"))
                .contains("1 a.ATest.t() -> a.Fixture.f()", "1 a.ATest.t() -> a.A.m()");
    }

    @Test
    void sameNameInTwoModules_isTakenFromTheOwnOne() {
        Sources sources = Sources.java()
                .with("one/src/a/X.java", "package a; class X { void f() {} }")
                .with("two/src/a/X.java", "package a; class X { void f() {} }")
                .with("two/src/a/A.java", "package a; class A { void m(X x) { x.f(); } }")
                .with("three/src/b/B.java", "package b; class B { void m(a.X x) { x.f(); } }");

        assertThat(sources.calls("two/src/a/A.java")).containsExactly("1 a.A.m(X) -> a.X.f()");
        assertThat(sources.calls("three/src/b/B.java")).noneMatch(line -> line.contains("a.X.f()"));
    }

    @Test
    void place_isThatOfTheNameInCharacters() {
        Sources sources = Sources.java().with(A, "class A { void é() { String ä = \"é\"; this.é(); } }");

        assertThat(sources.facts(A).sites()).singleElement().satisfies(site -> {
            assertThat(site.line()).isEqualTo(1);
            assertThat(site.column()).isEqualTo(43);
            assertThat(site.name()).isEqualTo("é");
        });
    }

    @Test
    void deepNesting_neitherOverflowsNorHidesTheRest() {
        String open = "f(".repeat(3_000);
        String close = ")".repeat(3_000);
        String chain = ".g()".repeat(3_000);
        Sources sources = Sources.java()
                .with(
                        A,
                        "class A { A f(A a) { return f(" + open + "null" + close + "); } A g() { return this" + chain
                                + "; } void h() { g(); } }");

        assertThat(sources.calls(A)).contains("1 A.h() -> A.g()").hasSizeGreaterThan(6_000);
    }

    @Test
    void brokenCode_givesWhatCanBeRead() {
        Sources sources = Sources.java().with(A, "class A { void m() { n(; } void n() { m(); } class { } void o( { } ");

        assertThat(sources.calls(A)).contains("1 A.n() -> A.m()");
    }
}
