package io.mnemolite.parsing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Calls of Swift, by targets, and of Rust, by modules and crates. */
class SwiftAndRustCallsTest {

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
    void swift_labelsTellFunctionsApart() {
        Sources sources =
                new Sources("swift").with("Sources/App/Layer.swift", """
                        extension Layer {
                          func add(_ a: Int, timedWith b: Int) {}
                        }
                        enum Kind: String {
                          case one
                          init(from decoder: Int) {}
                        }
                        func at(x: Int) {}
                        func at(y: Int, z: Int = 1) {}
                        func all(_ values: Int..., of kind: Int) {}
                        """).with("Sources/App/Main.swift", """
                        func main(layer: Layer) {
                          layer.add(1, forKey: 2)
                          layer.add(1, timedWith: 2)
                          Kind(rawValue: "one")
                          Kind(from: 1)
                          at(x: 1)
                          at(y: 1)
                          at(y: 1, z: 2)
                          all(1, 2, 3, of: 4)
                        }
                        """);

        assertThat(sources.calls("Sources/App/Main.swift"))
                .containsExactlyInAnyOrder(
                        "2 Sources/App.main(Layer) -> ambiguous layer.add",
                        "3 Sources/App.main(Layer) -> Sources/App.Layer.add(Int,Int)",
                        "4 Sources/App.main(Layer) -> Sources/App.Kind",
                        "5 Sources/App.main(Layer) -> Sources/App.Kind.init(Int)",
                        "6 Sources/App.main(Layer) -> Sources/App.at(Int)",
                        "7 Sources/App.main(Layer) -> Sources/App.at(Int,Int)",
                        "8 Sources/App.main(Layer) -> Sources/App.at(Int,Int)",
                        "9 Sources/App.main(Layer) -> Sources/App.all(Int,Int)");
    }

    @Test
    void rust_modulesWithinAFile_seeOnlyWhatTheyUse_andMacrosAreNoFunctions() {
        Sources sources =
                new Sources("rust").with("src/util.rs", "pub fn open() {}\n").with("src/main.rs", """
                        mod util;
                        use util::open as write;
                        fn open() {}
                        fn drop() {}
                        macro_rules! info { () => {} }
                        fn info() {}
                        mod inner {
                            use crate::util::*;
                            fn g() { open(); drop(); }
                        }
                        fn main() { write!(1); write(); info!(); info(); }
                        """);

        assertThat(sources.calls("src/main.rs"))
                .containsExactlyInAnyOrder(
                        "9 src/main.inner.g() -> src/util.open()",
                        "9 src/main.inner.g() -> ambiguous drop",
                        "11 src/main.main() -> external write!",
                        "11 src/main.main() -> src/util.open()",
                        "11 src/main.main() -> src/main.info!()",
                        "11 src/main.main() -> src/main.info()");
    }

    @Test
    void swift_ownType_hidesAModuleOfItsName() {
        Sources sources = new Sources("swift")
                .with("Sources/App/Toast.swift", "struct Toast { init() {} }\nprivate class Logger { init() {} }\n")
                .with("Sources/App/Main.swift", "import Toast\nimport os\nfunc main() {\n  Toast()\n  Logger()\n}\n");

        assertThat(sources.calls("Sources/App/Main.swift"))
                .containsExactlyInAnyOrder(
                        "4 Sources/App.main() -> Sources/App.Toast.init()", "5 Sources/App.main() -> ambiguous Logger");
    }
}
