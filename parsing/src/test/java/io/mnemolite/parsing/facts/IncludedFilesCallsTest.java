package io.mnemolite.parsing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls of C, C++, Ruby and shell scripts, which include files. */
class IncludedFilesCallsTest {

    @Test
    void c_functionsThatIncludedFilesDeclare_areTheDefinitionsThatTheLinkerFinds() {
        Sources sources = new Sources("c")
                .with("include/text.h", """
                        #include "deep.h"
                        char *slug(const char *s);
                        static inline int small(int a) { return a; }
                        int missing(void);
                        int twice(void);
                        """)
                .with("include/deep.h", "void deep(void);\n")
                .with("src/text.c", """
                        #include <text.h>
                        static int helper(void) { return 1; }
                        char *slug(const char *s) { helper(); return 0; }
                        void deep(void) {}
                        """)
                .with("src/unix.c", "#include \"text.h\"\nint twice(void) { return 1; }\n")
                .with("src/windows.c", "#include \"text.h\"\nint twice(void) { return 2; }\n")
                .with("src/main.c", """
                        #include <stdio.h>
                        #include "../include/text.h"
                        int own(void);
                        int main(void) {
                          slug("a");
                          deep();
                          small(1);
                          missing();
                          twice();
                          helper();
                          own();
                          printf("x");
                          int (*slug)(int) = 0;
                          slug(1);
                        }
                        int own(void) { return 1; }
                        """);

        assertThat(sources.calls("src/main.c"))
                .containsExactlyInAnyOrder(
                        "5 src/main.main() -> src/text.slug(char)",
                        "6 src/main.main() -> src/text.deep()",
                        "7 src/main.main() -> include/text.small(int)",
                        "8 src/main.main() -> external missing",
                        "9 src/main.main() -> src/unix.twice() of 2",
                        "10 src/main.main() -> ambiguous helper",
                        "11 src/main.main() -> src/main.own()",
                        "12 src/main.main() -> external printf",
                        "14 src/main.main() -> unknown_receiver slug");
        assertThat(sources.calls("src/text.c")).containsExactly("3 src/text.slug(char) -> src/text.helper()");
    }

    @Test
    void cPlusPlus_namespacesAndClasses_whoseMethodsAreDefinedElsewhere() {
        Sources sources = new Sources("cpp")
                .with("include/shop/text.hpp", """
                        #pragma once
                        namespace shop { namespace text {
                        class Writer { public: Writer(int x); void write(); static Writer open(); void small() {} };
                        void slug(int a);
                        template <class T> T same(T a) { return a; }
                        } }
                        """)
                .with("include/shop/more.hpp", "#include \"text.hpp\"\nnamespace shop { void more(); }\n")
                .with("src/text.cpp", """
                        #include <shop/text.hpp>
                        namespace shop::text {
                        namespace { void hidden() {} }
                        Writer::Writer(int x) {}
                        void Writer::write() { small(); hidden(); slug(1); }
                        Writer Writer::open() { return Writer(1); }
                        void slug(int a) {}
                        }
                        void shop::more() {}
                        """)
                .with("src/other.cpp", """
                        struct Writer { void write(); };
                        void Writer::write() {}
                        void use(Writer *w) { w->write(); }
                        """)
                .with("src/main.cpp", """
                        #include "shop/more.hpp"
                        using namespace shop;
                        using shop::text::slug;
                        void run(shop::text::Writer &w, const text::Writer *v) {
                          shop::text::slug(1);
                          text::slug(2);
                          slug(3);
                          more();
                          w.write();
                          v->small();
                          shop::text::Writer::open();
                          shop::text::Writer x(1);
                          x.write();
                          shop::text::same<int>(1);
                          std::move(x);
                          hidden();
                          new shop::text::Writer(2);
                        }
                        """);

        assertThat(sources.calls("src/main.cpp"))
                .contains(
                        "5 src/main.run(shop.text.Writer,text.Writer) -> src/text.shop.text.slug(int)",
                        "6 src/main.run(shop.text.Writer,text.Writer) -> src/text.shop.text.slug(int)",
                        "7 src/main.run(shop.text.Writer,text.Writer) -> src/text.shop.text.slug(int)",
                        "8 src/main.run(shop.text.Writer,text.Writer) -> src/text.shop.more()",
                        "9 src/main.run(shop.text.Writer,text.Writer) -> src/text.shop.text.Writer.write()",
                        "10 src/main.run(shop.text.Writer,text.Writer) -> include/shop/text.shop.text.Writer.small()",
                        "11 src/main.run(shop.text.Writer,text.Writer) -> src/text.shop.text.Writer.open()",
                        "13 src/main.run(shop.text.Writer,text.Writer) -> src/text.shop.text.Writer.write()",
                        "14 src/main.run(shop.text.Writer,text.Writer) -> include/shop/text.shop.text.same(T)",
                        "15 src/main.run(shop.text.Writer,text.Writer) -> external std.move",
                        "16 src/main.run(shop.text.Writer,text.Writer) -> ambiguous hidden",
                        "17 src/main.run(shop.text.Writer,text.Writer) -> src/text.shop.text.Writer.Writer(int)");
        assertThat(sources.calls("src/text.cpp"))
                .contains(
                        "5 src/text.shop.text.Writer.write() -> include/shop/text.shop.text.Writer.small()",
                        "5 src/text.shop.text.Writer.write() -> src/text.shop.text.hidden()",
                        "5 src/text.shop.text.Writer.write() -> src/text.shop.text.slug(int)");
        assertThat(sources.calls("src/other.cpp"))
                .containsExactly("3 src/other.use(Writer) -> src/other.Writer.write()");
    }

    @Test
    void ruby_filesThatAreRequired() {
        Sources sources = new Sources("ruby")
                .with("lib/shop/text.rb", """
                        require_relative 'deep'
                        module Shop
                          class Writer
                            def initialize(x); end
                            def write; end
                            def self.open; end
                          end
                        end
                        def slug(s); end
                        """)
                .with(
                        "lib/shop/deep.rb",
                        "def deep; end\nmodule Shop\n  module Util\n    def self.go; end\n  end\nend\n")
                .with("lib/shop/far.rb", "module Shop\n  class Far\n    def self.run; end\n  end\nend\n")
                .with("bin/main.rb", """
                        require 'json'
                        require 'shop/text'
                        slug("a")
                        deep()
                        Shop::Writer.open
                        Shop::Writer.new(1).write
                        Shop::Util.go
                        Shop::Far.run
                        puts("x")
                        """);

        assertThat(sources.calls("bin/main.rb"))
                .containsExactlyInAnyOrder(
                        "1 bin/main -> external require",
                        "2 bin/main -> external require",
                        "3 bin/main -> lib/shop/text.slug()",
                        "4 bin/main -> lib/shop/deep.deep()",
                        "5 bin/main -> lib/shop/text.Shop.Writer.open()",
                        "6 bin/main -> lib/shop/text.Shop.Writer.initialize()",
                        "6 bin/main -> lib/shop/text.Shop.Writer.write()",
                        "7 bin/main -> lib/shop/deep.Shop.Util.go()",
                        "8 bin/main -> unknown_receiver Shop.Far.run",
                        "9 bin/main -> external puts");
    }

    @Test
    void bash_functionsOfFilesThatAreRead() {
        Sources sources = new Sources("bash")
                .with("scripts/lib/log.sh", ". \"${BASH_SOURCE%/*}/more.sh\"\nlog() { echo \"$1\"; }\n")
                .with("scripts/lib/more.sh", "more() { log x; }\n")
                .with("scripts/other.sh", "other() { :; }\n")
                .with("scripts/run.sh", """
                        #!/bin/bash
                        source "$(dirname "$0")/lib/log.sh"
                        source "$SOMEWHERE"
                        main() {
                          log a
                          more
                          other
                          grep x y
                        }
                        main "$@"
                        """);

        assertThat(sources.calls("scripts/run.sh"))
                .contains(
                        "5 scripts/run.main() -> scripts/lib/log.log()",
                        "6 scripts/run.main() -> scripts/lib/more.more()",
                        "7 scripts/run.main() -> ambiguous other",
                        "8 scripts/run.main() -> external grep",
                        "10 scripts/run -> scripts/run.main()");
    }

    @Test
    void ruby_attributesSuperclassesAndClassesOfTheLanguage() {
        Sources sources = new Sources("ruby").with("main.rb", """
                class Base
                  def initialize(x); end
                  def run; end
                end
                class Object
                  def extra; end
                end
                class Main < Base
                  attr_reader :name, :other
                  alias_method :title, :name
                  def initialize(x)
                    super(x)
                    self.name()
                    self.title()
                    Object.new
                    Parser.new(1)
                  end
                  def run
                    super()
                  end
                end
                class Parser
                  attr_reader :rows
                  def new; end
                  def initialize(x); end
                  def Parser.rows(x); end
                end
                module Outer
                  class Runnable
                    def initialize(x); end
                  end
                  class Test < Runnable
                  end
                end
                Outer::Test.new(1)
                Parser.rows(1)
                """);

        assertThat(sources.calls("main.rb"))
                .contains(
                        "12 main.Main.initialize() -> main.Base.initialize()",
                        "13 main.Main.initialize() -> main.Main.name()",
                        "14 main.Main.initialize() -> main.Main.title()",
                        "15 main.Main.initialize() -> unknown_receiver Object.new",
                        "16 main.Main.initialize() -> main.Parser.initialize()",
                        "19 main.Main.run() -> main.Base.run()",
                        "35 main -> main.Outer.Runnable.initialize()",
                        "36 main -> main.Parser.rows()")
                .noneMatch(line -> line.startsWith("36 main -> main.Parser.rows() of"));
        assertThat(sources.facts("main.rb").definitions())
                .filteredOn(definition -> definition.name().equals("rows"))
                .extracting(definition -> definition.has(io.mnemolite.core.code.facts.Definition.Trait.STATIC))
                .containsExactly(false, true);
    }

    @Test
    void cPlusPlus_aliasesInNamespaces_inheritedConstructorsAndCasts() {
        Sources sources = new Sources("cpp")
                .with("time.hpp", """
                        namespace shop { namespace detail {
                        template <class T> class Civil { public: Civil(int x) {} int year() { return 1; } };
                        } }
                        """)
                .with("alias.hpp", """
                        #include "time.hpp"
                        namespace shop {
                        namespace tags { struct Second {}; }
                        using Seconds = detail::Civil<tags::Second>;
                        }
                        """)
                .with("base.hpp", """
                        class Base { public: Base(double x) {} };
                        class Derived : public Base { public: using Base::Base; explicit Derived(char *x) {} };
                        """)
                .with("main.cpp", """
                        #include "alias.hpp"
                        #include "base.hpp"
                        void run(int x) {
                          shop::Seconds(1);
                          new Derived(1.5);
                          static_cast<char>(x);
                        }
                        """);

        assertThat(sources.calls("main.cpp"))
                .containsExactlyInAnyOrder(
                        "4 main.run(int) -> time.shop.detail.Civil.Civil(int)",
                        "5 main.run(int) -> base.Derived.Derived(char) of 2");
    }

    @Test
    void cPlusPlus_classBehindAMacro_keepsItsMembers() {
        Sources sources = new Sources("cpp").with("a.cpp", """
                class EXPORTED Span {
                 public:
                  int first() { return 1; }
                  int size() { return 2; }
                };
                int other() { return size(); }
                """);

        assertThat(sources.calls("a.cpp")).containsExactly("6 a.other() -> ambiguous size");
    }

    @Test
    void c_functionThatManyFilesDefine_hasAsManyCandidates() {
        Sources sources = new Sources("c").with("usage.h", "void usage(void);\n");
        for (String name : List.of("a", "bb", "ccc", "dddd")) {
            sources.with(name + ".c", "#include \"usage.h\"\nvoid usage(void) {}\n");
        }
        sources.with("main.c", "#include \"usage.h\"\nint main(void) { usage(); }\n");

        assertThat(sources.calls("main.c")).containsExactly("2 main.main() -> a.usage() of 4");
    }

    @Test
    void cPlusPlus_methodNamedInit_isNoConstructor_andAConstructorWithoutANameSpaceIsOne() {
        Sources sources = new Sources("cpp").with("a.cpp", """
                class W { public: W() {} void init() {} };
                namespace { struct Task { Task(int x) {} }; }
                void run() { new W(); new Task(1); }
                """);

        assertThat(sources.calls("a.cpp"))
                .containsExactlyInAnyOrder("3 a.run() -> a.W.W()", "3 a.run() -> a.Task.Task(int)");
    }
}
