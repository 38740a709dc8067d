package io.mnemolite.parsing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JavaScript, TypeScript and Go to edges, and the least that holds for every language. */
class ModuleCallsTest {

    @Test
    void typescript_followsImportsReExportsAndAnnotations() {
        Sources sources = new Sources("typescript")
                .with("src/shape.ts", """
                        export interface Shape { area(): number; }
                        export class Square implements Shape {
                          constructor(private side: number) {}
                          area(): number { return this.helper(); }
                          private helper(): number { return 1; }
                        }
                        export default function make(): Square { return new Square(1); }
                        export const twice = (s: Square) => s.area();
                        """)
                .with("src/index.ts", "export * from './shape';\nexport { twice as double } from './shape.js';\n")
                .with("src/main.ts", """
                        import make, { Square } from './shape';
                        import * as all from '.';
                        import { double } from './index';
                        import { other } from 'library';
                        class Big extends Square {
                          area(): number { return super.area(); }
                        }
                        function f(s: Square, twice: unknown) {
                          s.area();
                          make().area();
                          all.twice(s);
                          double(s);
                          other();
                          twice();
                          const b = new Big(2);
                          b.helper();
                        }
                        """);

        assertThat(sources.calls("src/main.ts"))
                .contains(
                        "6 src/main.Big.area() -> src/shape.Square.area()",
                        "9 src/main.f(Square,unknown) -> src/shape.Square.area()",
                        "10 src/main.f(Square,unknown) -> src/shape.make()",
                        "10 src/main.f(Square,unknown) -> src/shape.Square.area()",
                        "11 src/main.f(Square,unknown) -> src/shape.twice(Square)",
                        "12 src/main.f(Square,unknown) -> src/shape.twice(Square)",
                        "13 src/main.f(Square,unknown) -> external other",
                        "16 src/main.f(Square,unknown) -> src/shape.Square.helper()");
        assertThat(sources.calls("src/main.ts"))
                .anyMatch(line -> line.startsWith("14 ") && !line.contains("src/shape"));
        assertThat(sources.calls("src/shape.ts")).contains("4 src/shape.Square.area() -> src/shape.Square.helper()");
    }

    @Test
    void javascript_followsRequire() {
        Sources sources = new Sources("javascript")
                .with("lib/a.js", "function f() {}\nfunction g() {}\nmodule.exports = { f, g };\n")
                .with(
                        "main.js",
                        "const a = require('./lib/a');\nconst { g } = require('./lib/a');\nfunction m() { a.f(); g(); }\n");

        assertThat(sources.calls("main.js")).contains("3 main.m() -> lib/a.f()", "3 main.m() -> lib/a.g()");
    }

    @Test
    void go_findsPackagesMethodsAndImportsOfItsModule() {
        Sources sources = new Sources("go")
                .with(
                        "server/types.go",
                        "package server\n\ntype Server struct {\n\tnext *Server\n}\n\nfunc New() *Server { return nil }\n")
                .with(
                        "server/run.go",
                        "package server\n\nfunc (s *Server) Run() {\n\ts.stop()\n\ts.next.stop()\n\thelp()\n}\n\nfunc (s *Server) stop() {}\n")
                .with("server/help.go", "package server\n\nfunc help() {}\n")
                .with("main.go", """
                        package main

                        import (
                        	"fmt"
                        	"example.org/app/server"
                        	"example.org/other/help"
                        )

                        func main() {
                        	s := server.New()
                        	s.Run()
                        	fmt.Println("x")
                        	help.Me()
                        }
                        """)
                .withManifest("go.mod", "module example.org/app\n\ngo 1.22\n");

        assertThat(sources.calls("main.go"))
                .containsExactlyInAnyOrder(
                        "10 main() -> server.New()",
                        "11 main() -> server.Server.Run()",
                        "12 main() -> external fmt.Println",
                        "13 main() -> external help.Me");
        assertThat(sources.calls("server/run.go"))
                .containsExactly(
                        "4 server.Server.Run() -> server.Server.stop()",
                        "5 server.Server.Run() -> server.Server.stop()",
                        "6 server.Server.Run() -> server.help()");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rust|fn helper() {} fn main() { helper(); nowhere(); }",
                "c|void helper() {} int main() { helper(); nowhere(); }",
                "cpp|void helper() {} int main() { helper(); nowhere(); }",
                "c-sharp|class A { void helper() {} void main() { helper(); nowhere(); } }",
                "php|<?php function helper() {} function main() { helper(); nowhere(); }",
                "kotlin|fun helper() {} ; fun main() { helper(); nowhere() }",
                "scala|object A { def helper() = 1; def main() = { helper(); nowhere() } }",
                "swift|func helper() {} ; func main() { helper(); nowhere() }",
                "bash|helper() { echo x; }; main() { helper; nowhere; }",
                "ruby|def helper() end; def main() helper(); nowhere() end"
            })
    void anyLanguage_hasDefinitionsAndCallsWithinItsFile(String grammar, String text) {
        Sources sources = new Sources(grammar).with("a/file.x", text + "\n");

        assertThat(sources.calls("a/file.x"))
                .anyMatch(line -> line.contains("main") && line.contains(" -> ") && line.contains(".helper("))
                .anyMatch(line -> line.contains("external nowhere"))
                .noneMatch(line -> line.contains("->") && line.contains("nowhere("));
    }
}
