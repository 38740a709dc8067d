package io.mnemolite.parsing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The types of Java's expressions, seen by the overload or the member that a call means. */
class JavaExpressionsTest {

    private static final String A = "a/A.java";

    /** Line and target of each resolved call of method m, in order. */
    private static List<String> targets(String source) {
        return Sources.java().with(A, source).calls(A).stream()
                .filter(call -> call.contains(" a.A.m() -> a."))
                .map(call -> call.replace(" a.A.m() -> a.", " "))
                .toList();
    }

    @Test
    void arrays_areTakenByTheirElements() {
        assertThat(targets("""
                        package a;
                        class A {
                          void f(int[] a) {} void f(String[] a) {} void f(B[] a) {} void f(Object o) {}
                          void g(B... all) {}
                          void h(B[][] a) {} void h(B[] a) {}
                          <T> T first(T[] all) { return all[0]; }
                          int[] n; String[] s; C[] c; B[][] d; B b;
                          void m() {
                            f(n);
                            f(s);
                            f(c);
                            f(b);
                            f(new int[3]);
                            f(new C[] {});
                            g(b, b);
                            g(c);
                            h(d);
                            h(d[0]);
                            first(c).own();
                          }
                        }
                        class B {}
                        class C extends B { void own() {} }
                        """))
                .containsExactly(
                        "9 A.f(int[])",
                        "10 A.f(String[])",
                        "11 A.f(B[])",
                        "12 A.f(Object)",
                        "13 A.f(int[])",
                        "14 A.f(B[])",
                        "15 A.g(B...)",
                        "16 A.g(B...)",
                        "17 A.h(B[][])",
                        "18 A.h(B[])",
                        "19 C.own()",
                        "19 A.first(T[])");
    }

    @Test
    void numbers_areWidenedPromotedAndBoxed() {
        assertThat(targets("""
                        package a;
                        class A {
                          void f(int n) {} void f(long n) {} void f(double n) {}
                          void f(boolean b) {} void f(String s) {} void f(char c) {}
                          void g(Integer n) {} void g(B b) {}
                          void h(long n) {} void h(B b) {}
                          int i; long l; double d; byte b; char c; Integer box; String s;
                          void m() {
                            f(i + l);
                            f(l << 3);
                            f(i << l);
                            f(i / d);
                            f(b + b);
                            f(i < l);
                            f(!(i == l) && true);
                            f(s + i);
                            f('c');
                            f(-i);
                            f(i > 0 ? l : i);
                            f(box + 1);
                            f("x".length());
                            f(1.5f);
                            f((long) i);
                            g(i);
                            h(i);
                            h(box);
                          }
                        }
                        class B {}
                        """))
                .containsExactly(
                        "9 A.f(long)",
                        "10 A.f(long)",
                        "11 A.f(int)",
                        "12 A.f(double)",
                        "13 A.f(int)",
                        "14 A.f(boolean)",
                        "15 A.f(boolean)",
                        "16 A.f(String)",
                        "17 A.f(char)",
                        "18 A.f(int)",
                        "19 A.f(long)",
                        "20 A.f(int)",
                        "21 A.f(int)",
                        "22 A.f(double)",
                        "23 A.f(long)",
                        "24 A.g(Integer)",
                        "25 A.h(long)",
                        "26 A.h(long)");
    }

    @Test
    void lambdas_areTakenByInterfacesOfAsManyParameters() {
        assertThat(targets("""
                        package a;
                        interface One { void run(B b); }
                        interface Two { void run(B b, B c); }
                        interface Maker<T> { T make(); }
                        class A {
                          void f(One one) {} void f(Two two) {} void f(B b) {}
                          <T> T h(Maker<T> maker) { return maker.make(); }
                          void m() {
                            f(b -> b.own());
                            f((b, c) -> c.own());
                            h(() -> new B()).own();
                            Runnable r = () -> n();
                            One o = b -> b.own();
                            Two t = (b, c) -> { b.own(); };
                          }
                          void n() {}
                        }
                        class B { void own() {} }
                        """))
                .containsExactly(
                        "9 A.f(One)",
                        "9 B.own()",
                        "10 A.f(Two)",
                        "10 B.own()",
                        "11 B.own()",
                        "11 A.h(Maker<T>)",
                        "11 B.<init>()",
                        "12 A.n()",
                        "13 B.own()",
                        "14 B.own()");
    }

    @Test
    void names_areFollowedThroughPackagesTypesAndFields() {
        assertThat(targets("""
                        package a;
                        class A {
                          static class In {
                            static In IN; In next; void own() {}
                            static class Deep { static void d() {} }
                          }
                          In field; static In s; In[] all;
                          void m() {
                            a.A.In.Deep.d();
                            a.A.s.own();
                            A.In.IN.next.own();
                            this.field.next.own();
                            A.this.field.own();
                            all[0].next.own();
                            (all.length > 1 ? s : field).own();
                            ((In) null).own();
                            In x = switch (1) { case 1 -> s; default -> field; };
                            x.own();
                            try (R r = new R()) { r.use(); } catch (E e) { e.why(); }
                          }
                        }
                        class R implements AutoCloseable { public void close() {} void use() {} }
                        class E extends RuntimeException { void why() {} }
                        """))
                .containsExactly(
                        "9 A.In.Deep.d()",
                        "10 A.In.own()",
                        "11 A.In.own()",
                        "12 A.In.own()",
                        "13 A.In.own()",
                        "14 A.In.own()",
                        "15 A.In.own()",
                        "16 A.In.own()",
                        "18 A.In.own()",
                        "19 R.<init>()",
                        "19 R.use()",
                        "19 E.why()");
    }

    @Test
    void typeVariablesAndWildcards_areWhatBoundsThem() {
        assertThat(targets("""
                        package a;
                        interface I<T> { T get(); }
                        class A<T extends B> extends Sup implements D, D2 {
                          T t; T[] ts; I<T[]> its; I<? extends B> wild; I<I<B>> nest;
                          void m() {
                            t.own();
                            t.field.own();
                            ts[0].own();
                            its.get()[0].own();
                            wild.get().own();
                            nest.get().get().own();
                            D.super.hello();
                            D2.super.hello();
                            super.up();
                          }
                        }
                        class Sup { void up() {} }
                        interface D { default void hello() {} }
                        interface D2 { default void hello() {} }
                        class B { B field; void own() {} }
                        """))
                .containsExactly(
                        "6 B.own()",
                        "7 B.own()",
                        "8 B.own()",
                        "9 B.own()",
                        "9 I.get()",
                        "10 B.own()",
                        "10 I.get()",
                        "11 B.own()",
                        "11 I.get()",
                        "11 I.get()",
                        "12 D.hello()",
                        "13 D2.hello()",
                        "14 Sup.up()");
    }
}
