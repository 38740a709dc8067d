package io.mnemolite.parsing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Calls of what another file defines, as each language imports it. */
class ImportedCallsTest {

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
    void cSharp_usingsOfNamespacesTypesAndAliases_andNamespacesAround() {
        Sources sources = new Sources("c-sharp")
                .with("Text/Slug.cs", """
                        namespace Shop.Text;
                        public static class Slug { public static string Of(string s) => s; }
                        public partial class Writer { public void Write() {} }
                        """)
                .with(
                        "Text/Writer.More.cs",
                        "namespace Shop.Text { public partial class Writer { public void More() {} } }\n")
                .with(
                        "More/Helpers.cs",
                        "namespace Shop.More { public static class Helpers { public static void Help() {} } }\n")
                .with("Near.cs", "namespace Shop { class Near { public static void Run() {} } }\n")
                .with("Main.cs", """
                        using System;
                        using Shop.Text;
                        using static Shop.More.Helpers;
                        using H = Shop.More.Helpers;
                        namespace Shop.App
                        {
                            class Program
                            {
                                static void Main(Writer w)
                                {
                                    Slug.Of("a");
                                    w.Write();
                                    w.More();
                                    Help();
                                    H.Help();
                                    Near.Run();
                                    Shop.More.Helpers.Help();
                                    Console.WriteLine("x");
                                    var writer = new Writer();
                                    writer.Write();
                                    new Shop.Text.Writer().More();
                                    Helpers.Help();
                                }
                            }
                        }
                        """);

        assertThat(sources.calls("Main.cs"))
                .contains(
                        "11 Shop.App.Program.Main(Writer) -> Shop.Text.Slug.Of(string)",
                        "12 Shop.App.Program.Main(Writer) -> Shop.Text.Writer.Write()",
                        "13 Shop.App.Program.Main(Writer) -> Shop.Text.Writer.More()",
                        "14 Shop.App.Program.Main(Writer) -> Shop.More.Helpers.Help()",
                        "15 Shop.App.Program.Main(Writer) -> Shop.More.Helpers.Help()",
                        "16 Shop.App.Program.Main(Writer) -> Shop.Near.Run()",
                        "17 Shop.App.Program.Main(Writer) -> Shop.More.Helpers.Help()",
                        "18 Shop.App.Program.Main(Writer) -> external Console.WriteLine",
                        "19 Shop.App.Program.Main(Writer) -> Shop.Text.Writer",
                        "20 Shop.App.Program.Main(Writer) -> Shop.Text.Writer.Write()",
                        "21 Shop.App.Program.Main(Writer) -> Shop.Text.Writer",
                        "21 Shop.App.Program.Main(Writer) -> Shop.Text.Writer.More()",
                        "22 Shop.App.Program.Main(Writer) -> unknown_receiver Helpers.Help");
    }

    @Test
    void php_usesOfClassesFunctionsGroupsAndNamespaces() {
        Sources sources = new Sources("php")
                .with("src/text.php", """
                        <?php
                        namespace Shop\\Text;
                        function slug($s) { return $s; }
                        function trim_all($s) { return $s; }
                        class Writer { function __construct($x) {} function write() {} static function open() {} }
                        """)
                .with(
                        "src/near.php",
                        "<?php\nnamespace Shop\\App;\nfunction near() {}\nclass Base { function help() {} }\n")
                .with("src/main.php", """
                        <?php
                        namespace Shop\\App;
                        use Shop\\Text\\Writer;
                        use Shop\\Text;
                        use function Shop\\Text\\{slug, trim_all as ta};
                        class Main extends Base {
                          function run(Writer $w) {
                            slug("a");
                            ta("b");
                            near();
                            Text\\slug("c");
                            \\Shop\\Text\\slug("d");
                            namespace\\near();
                            Writer::open();
                            new Writer(1);
                            new \\Shop\\Text\\Writer(2);
                            $w->write();
                            self::help();
                            parent::help();
                            $slug = 'x';
                            $slug("e");
                            strlen("f");
                          }
                        }
                        """);

        assertThat(sources.calls("src/main.php"))
                .contains(
                        "8 Shop.App.Main.run(Writer) -> Shop.Text.slug()",
                        "9 Shop.App.Main.run(Writer) -> Shop.Text.trim_all()",
                        "10 Shop.App.Main.run(Writer) -> Shop.App.near()",
                        "11 Shop.App.Main.run(Writer) -> Shop.Text.slug()",
                        "12 Shop.App.Main.run(Writer) -> Shop.Text.slug()",
                        "13 Shop.App.Main.run(Writer) -> Shop.App.near()",
                        "14 Shop.App.Main.run(Writer) -> Shop.Text.Writer.open()",
                        "15 Shop.App.Main.run(Writer) -> Shop.Text.Writer.__construct()",
                        "16 Shop.App.Main.run(Writer) -> Shop.Text.Writer.__construct()",
                        "17 Shop.App.Main.run(Writer) -> Shop.Text.Writer.write()",
                        "18 Shop.App.Main.run(Writer) -> Shop.App.Base.help()",
                        "19 Shop.App.Main.run(Writer) -> Shop.App.Base.help()",
                        "22 Shop.App.Main.run(Writer) -> external strlen")
                .noneMatch(line -> line.startsWith("21 ") && line.endsWith("slug()"));
    }

    @Test
    void swift_filesOfATarget_andModulesThatAreImported() {
        Sources sources = new Sources("swift")
                .with("Sources/Text/Slug.swift", """
                        public func slug(_ s: String) {}
                        public struct Writer { public init() {}
                          public func write() {} }
                        private func hidden() {}
                        """)
                .with(
                        "Sources/App/Near.swift",
                        "func near() {}\nclass Base { func help() {} }\nextension Base { func more() {} }\n")
                .with("Sources/Other/Far.swift", "public func far() {}\n")
                .with("Sources/App/main.swift", """
                        import Foundation
                        import Text
                        class Main: Base {
                          func run(w: Writer, b: Base) {
                            slug("a")
                            near()
                            help()
                            b.more()
                            w.write()
                            Text.slug("b")
                            let v = Writer()
                            v.write()
                            far()
                            hidden()
                          }
                        }
                        """);

        assertThat(sources.calls("Sources/App/main.swift"))
                .containsExactlyInAnyOrder(
                        "5 Sources/App.Main.run(Writer,Base) -> Sources/Text.slug(String)",
                        "6 Sources/App.Main.run(Writer,Base) -> Sources/App.near()",
                        "7 Sources/App.Main.run(Writer,Base) -> Sources/App.Base.help()",
                        "8 Sources/App.Main.run(Writer,Base) -> Sources/App.Base.more()",
                        "9 Sources/App.Main.run(Writer,Base) -> Sources/Text.Writer.write()",
                        "10 Sources/App.Main.run(Writer,Base) -> Sources/Text.slug(String)",
                        "11 Sources/App.Main.run(Writer,Base) -> Sources/Text.Writer.init()",
                        "12 Sources/App.Main.run(Writer,Base) -> Sources/Text.Writer.write()",
                        "13 Sources/App.Main.run(Writer,Base) -> ambiguous far",
                        "14 Sources/App.Main.run(Writer,Base) -> ambiguous hidden");
    }

    @Test
    void rust_modulesOfTheCrate_useDeclarations_andCratesOfTheWorkspace() {
        Sources sources = new Sources("rust")
                .with("core/src/lib.rs", "pub mod text;\npub use self::text::slug as make_slug;\npub fn root() {}\n")
                .with("core/src/text.rs", """
                        pub mod inner;
                        pub fn slug() {}
                        pub struct Writer;
                        impl Writer { pub fn new() -> Self { Writer } pub fn write(&self) {} }
                        """)
                .with("core/src/text/inner.rs", "pub fn deep() { super::slug(); crate::root(); }\n")
                .withManifest("core/Cargo.toml", "[package]\nname = \"shop-core\"\nversion = \"1\"\n")
                .with("app/src/main.rs", """
                        mod near;
                        use shop_core::text::{self, inner::deep, Writer};
                        use shop_core::make_slug;
                        use std::fmt::format;
                        use serde::Deserialize;
                        fn main() {
                            near::run();
                            text::slug();
                            deep();
                            make_slug();
                            shop_core::root();
                            let w = Writer::new();
                            w.write();
                            crate::local();
                            self::local();
                            format();
                            Deserialize::from();
                            near::hidden::go();
                        }
                        fn local() {}
                        mod tests {
                            use super::*;
                            fn t() { local(); super::local(); self::help(); }
                            fn help() {}
                        }
                        """)
                .with("app/src/near.rs", """
                        use shop_core::text::Writer;
                        use super::local;
                        pub fn run() { local(); super::local(); }
                        pub mod hidden { pub fn go() { super::run(); } }
                        impl Writer { pub fn extra(&self) { self.write(); self.extra(); } }
                        """);

        assertThat(sources.calls("app/src/main.rs"))
                .containsExactlyInAnyOrder(
                        "7 app/src/main.main() -> app/src/near.run()",
                        "8 app/src/main.main() -> core/src/text.slug()",
                        "9 app/src/main.main() -> core/src/text/inner.deep()",
                        "10 app/src/main.main() -> core/src/text.slug()",
                        "11 app/src/main.main() -> core/src/lib.root()",
                        "12 app/src/main.main() -> core/src/text.Writer.new()",
                        "13 app/src/main.main() -> core/src/text.Writer.write()",
                        "14 app/src/main.main() -> app/src/main.local()",
                        "15 app/src/main.main() -> app/src/main.local()",
                        "16 app/src/main.main() -> external format",
                        "17 app/src/main.main() -> external Deserialize.from",
                        "18 app/src/main.main() -> app/src/near.hidden.go()",
                        "23 app/src/main.tests.t() -> app/src/main.local()",
                        "23 app/src/main.tests.t() -> app/src/main.local()",
                        "23 app/src/main.tests.t() -> app/src/main.tests.help()");
        assertThat(sources.calls("app/src/near.rs"))
                .containsExactlyInAnyOrder(
                        "3 app/src/near.run() -> app/src/main.local()",
                        "3 app/src/near.run() -> app/src/main.local()",
                        "4 app/src/near.hidden.go() -> app/src/near.run()",
                        "5 app/src/near.Writer.extra() -> core/src/text.Writer.write()",
                        "5 app/src/near.Writer.extra() -> app/src/near.Writer.extra()");
        assertThat(sources.calls("core/src/text/inner.rs"))
                .containsExactlyInAnyOrder(
                        "1 core/src/text/inner.deep() -> core/src/text.slug()",
                        "1 core/src/text/inner.deep() -> core/src/lib.root()");
    }

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
    void php_traitsPropertiesAndObjectsOfTheTypeItself() {
        Sources sources = new Sources("php")
                .with("src/Parts.php", """
                        <?php
                        namespace Shop;
                        interface Named { function name(); }
                        trait Naming { function name() {} }
                        class Pen { function write() {} }
                        class Base { function name() {} }
                        """)
                .with("src/Sub/Util.php", "<?php\nnamespace Shop\\Sub;\nclass Util { static function go() {} }\n")
                .with("src/Main.php", """
                        <?php
                        namespace Shop;
                        class Main extends Base implements Named {
                          use Naming;
                          private Pen $pen;
                          function __construct(private ?Pen $other) {}
                          static function of(): self {
                            return new static(new Pen());
                          }
                          function run() {
                            $this->name();
                            parent::name();
                            $this->pen->write();
                            $this->other->write();
                            $p = new Pen();
                            $p->write();
                            Sub\\Util::go();
                            self::of()->run();
                          }
                        }
                        """);

        assertThat(sources.calls("src/Main.php"))
                .contains(
                        "8 Shop.Main.of() -> Shop.Main.__construct(Pen)",
                        "11 Shop.Main.run() -> Shop.Naming.name()",
                        "13 Shop.Main.run() -> Shop.Pen.write()",
                        "14 Shop.Main.run() -> Shop.Pen.write()",
                        "16 Shop.Main.run() -> Shop.Pen.write()",
                        "17 Shop.Main.run() -> Shop.Sub.Util.go()",
                        "18 Shop.Main.run() -> Shop.Main.run()");
    }

    @Test
    void cSharp_baseGenericsPropertiesAndConditionalNamespaces() {
        Sources sources = new Sources("c-sharp").with("Base.cs", """
                        #if !NET
                        namespace Shop {
                          public class Base {
                            static Base() {}
                            public virtual void Run() {}
                            public T Make<T>() { return default; }
                          }
                        }
                        #endif
                        """).with("Main.cs", """
                        namespace Shop;
                        class Main : Base {
                          Base Base { get; set; }
                          public override void Run() {
                            base.Run();
                            this.Run();
                            Base.Make<int>();
                            new Base();
                          }
                          void Make<T>(int x) {}
                        }
                        """);

        assertThat(sources.calls("Main.cs"))
                .containsExactlyInAnyOrder(
                        "5 Shop.Main.Run() -> Shop.Base.Run()",
                        "6 Shop.Main.Run() -> Shop.Main.Run()",
                        "7 Shop.Main.Run() -> Shop.Base.Make()",
                        "8 Shop.Main.Run() -> Shop.Base");
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
    void swift_constructorOfATypeThatIsOnlyExtended_isNoExtension() {
        Sources sources = new Sources("swift")
                .with(
                        "Sources/App/Ext.swift",
                        "extension CGFloat { func twice() {} }\nextension Pen { func more() {} }\n")
                .with("Sources/App/Main.swift", """
                        func main(x: CGFloat) {
                          CGFloat(1)
                          x.twice()
                          x.rounded()
                          Pen(2)
                        }
                        """);

        assertThat(sources.calls("Sources/App/Main.swift"))
                .containsExactlyInAnyOrder(
                        "2 Sources/App.main(CGFloat) -> external CGFloat",
                        "3 Sources/App.main(CGFloat) -> Sources/App.CGFloat.twice()",
                        "4 Sources/App.main(CGFloat) -> external x.rounded",
                        "5 Sources/App.main(CGFloat) -> external Pen");
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
    void rust_fieldsWithTheNameOfAMethod_referencesToTheObject_andCratesThatArePassedOn() {
        Sources sources = new Sources("rust")
                .withManifest("cli/Cargo.toml", "[package]\nname = \"shop-cli\"\n[lib]\nname = \"shopcli\"\n")
                .with("cli/src/lib.rs", "pub fn out() {}\n")
                .withManifest("shop/Cargo.toml", "[package]\nname = \"shop\"\n")
                .with("shop/src/lib.rs", "pub extern crate shopcli as cli;\n")
                .with("app/src/main.rs", """
                        use shop::cli;
                        struct Args { hidden: bool }
                        impl Args { fn hidden(&self) {} fn run(&self) { self.hidden(); } }
                        trait Find { fn find(&self) {} }
                        impl<'a, M: Find> Find for &'a M { fn find(&self) { (*self).find(); } }
                        fn main() { cli::out(); }
                        """);

        assertThat(sources.calls("app/src/main.rs"))
                .containsExactlyInAnyOrder(
                        "3 app/src/main.Args.run() -> app/src/main.Args.hidden()",
                        "5 app/src/main.&'a M.find() -> unknown_receiver ….find",
                        "6 app/src/main.main() -> cli/src/lib.out()");
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
}
