package io.mnemolite.parsing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A type that is written in several places of a file is one. */
class TypePartsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rust|struct Foo {} impl Foo { fn make() -> Foo { Foo {} } fn run(&self) {} } impl Display for Foo { fn show(&self) {} }"
                        + "|fn main() { Foo::make(); let f = Foo::make(); f.run(); f.show(); }",
                "swift|class Foo { static func make() -> Foo { return Foo() }; func run() {} }; extension Foo { func show() {} }"
                        + "|func main(f: Foo) { Foo.make(); f.run(); f.show() }",
                "ruby|class Foo; def self.make() end; def run() end; end; class Foo; def show() run() end; end"
                        + "|def main() Foo.make(); Foo.run(); Foo.show() end",
                "c-sharp|partial class Foo { public static Foo make() {} public void run() {} } partial class Foo { public void show() { run(); } }"
                        + "|class B { void main(Foo f) { Foo.make(); f.run(); f.show(); } }",
                "scala|class Foo { def run() = 1; def show() = 1 }; object Foo { def make() = new Foo() }"
                        + "|object B { def main(f: Foo) = { Foo.make(); f.run(); f.show() } }"
            })
    void membersOfAllParts_areFound(String grammar, String type, String caller) {
        Sources sources = new Sources(grammar).with("a/file.x", type + "\n" + caller + "\n");

        assertThat(sources.calls("a/file.x").stream().filter(line -> line.contains("main(")))
                .anyMatch(line -> line.matches("2 .* -> .*Foo\\.make\\(.*"))
                .anyMatch(line -> line.matches("2 .* -> .*Foo\\.run\\(.*"))
                .anyMatch(line -> line.matches("2 .* -> .*Foo\\.show\\(.*"));
    }
}
