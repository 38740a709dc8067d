package io.mnemolite.parsing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** TypeScript source to edges, a feature each. */
class TypeScriptCallsTest {

    @Test
    void membersWithoutBody_areTargets() {
        Sources sources = new Sources("typescript").with("a.ts", """
                export interface Sink { write(x: string): Sink; done: () => void; count: number }
                type Options = { onEnd?: (x: number) => void, nested: { run(): void } } & Sink;
                type Named = Options;
                abstract class Base { abstract step(): void; private end!: () => void;
                  finish() { this.end(); this.step(); } }
                function f(s: Sink, o: Named) {
                  s.write('x').write('y');
                  s.done();
                  s.count();
                  o.onEnd(1);
                  o.nested.run();
                  o.write('z');
                }
                """);

        assertThat(sources.calls("a.ts"))
                .containsExactlyInAnyOrder(
                        "5 a.Base.finish() -> a.Base.end()",
                        "5 a.Base.finish() -> a.Base.step()",
                        "7 a.f(Sink,Named) -> a.Sink.write(string)",
                        "7 a.f(Sink,Named) -> a.Sink.write(string)",
                        "8 a.f(Sink,Named) -> a.Sink.done()",
                        "9 a.f(Sink,Named) -> external s.count",
                        "10 a.f(Sink,Named) -> a.Options.onEnd(number)",
                        "11 a.f(Sink,Named) -> a.Options.nested.run()",
                        "12 a.f(Sink,Named) -> a.Sink.write(string)");
    }

    @Test
    void constructors_ofSupertypesAndWithFieldsAsParameters_areKnown() {
        Sources sources = new Sources("typescript").with("a.ts", """
                class Tool { use() {} }
                class Top { constructor(protected readonly tool: Tool) {} }
                class Plain {}
                class Low extends Top { constructor() { super(new Tool()); this.tool.use(); } }
                class Lower extends Plain { constructor() { super(); } }
                """);

        assertThat(sources.calls("a.ts"))
                .containsExactlyInAnyOrder(
                        "4 a.Low.constructor() -> a.Top.constructor(Tool)",
                        "4 a.Low.constructor() -> a.Tool",
                        "4 a.Low.constructor() -> a.Tool.use()",
                        "5 a.Lower.constructor() -> a.Plain");
    }

    @Test
    void parametersOfClosures_areWhatTheCalleeHandsOver() {
        Sources sources = new Sources("typescript").with("a.ts", """
                class Item { go(): Item { return this; } }
                function each(all: Item[], table: Map<string, Item>, run: (f: (this: Item, i: Item, n: number) => void) => void) {
                  all.forEach(item => item.go());
                  all.filter(Boolean).map((x) => x.go());
                  table.get('a')!.go();
                  for (const one of table.values()) { one.go(); }
                  with2((i) => { i.go(); });
                  unknown((i) => i.go());
                }
                function with2(f: (i: Item) => void) {}
                """);

        assertThat(sources.calls("a.ts"))
                .filteredOn(line -> line.contains("Item.go") || line.contains("i.go"))
                .hasSize(6)
                .filteredOn(line -> line.contains("a.Item.go()"))
                .hasSize(5);
    }

    @Test
    void destructuredNames_areMembersAndHideOthers() {
        Sources sources = new Sources("typescript").with("a.ts", """
                class Part { go() {} }
                function go() {}
                function helper() {}
                class Whole {
                  private part: Part = new Part();
                  go() {}
                  run() { const { part, part: other } = this; part.go(); other.go(); }
                }
                function f({ helper }: { helper: () => void }) { helper(); }
                function g(h: Whole) { const [part] = [h]; part.go(); }
                """);

        assertThat(sources.calls("a.ts"))
                .contains("7 a.Whole.run() -> a.Part.go()")
                .noneMatch(line -> line.contains("-> a.Whole.go") || line.contains("-> a.helper"))
                .filteredOn(line -> line.startsWith("7 ") && line.contains("a.Part.go"))
                .hasSize(2);
    }

    @Test
    void whatIsNoCallable_getsNoEdge() {
        Sources sources = new Sources("typescript").with("a.ts", """
                interface Failure { code: number }
                const Failure: FailureConstructor = make();
                const provider = { setTimeout(x: number) { return setTimeout(x); } };
                class A {
                  run() { items.forEach(function () { this.stop(); }); items.forEach(() => { this.stop(); }); }
                  stop() {}
                }
                function f() { new Failure(); }
                let notify = (x: number) => x;
                export function setNotify(other: (x: number) => number) { notify = other; notify(1); }
                """);

        assertThat(sources.calls("a.ts"))
                .noneMatch(line -> line.contains("-> a.Failure")
                        || line.contains("-> a.setTimeout")
                        || line.contains("-> a.notify"))
                .filteredOn(line -> line.contains("-> a.A.stop()"))
                .hasSize(1);
    }

    @Test
    void imports_byMappedPathOrPackageOfTheRepository_areFollowed() {
        Sources sources = new Sources("typescript")
                .withManifest("tsconfig.base.json", """
                        { // comments are allowed
                          "compilerOptions": { "baseUrl": ".", "paths": { "@shared/*": ["libs/shared/src/*"] }, },
                        }
                        """)
                .withManifest("apps/web/tsconfig.json", "{ \"extends\": \"../../tsconfig.base.json\" }")
                .withManifest("libs/tools/package.json", """
                        { "name": "@acme/tools",
                          "exports": { ".": { "import": "./dist/index.js" }, "./deep/*": "./dist/deep/*.js" } }
                        """)
                .withManifest("libs/plain/package.json", "{ \"name\": \"plain\", \"main\": \"./lib/main.js\" }")
                .with("libs/shared/src/text.ts", "export function trim() {}\n")
                .with("libs/tools/src/index.ts", "export function hammer() {}\n")
                .with("libs/tools/src/deep/saw.ts", "export default function saw() {}\n")
                .with("libs/plain/src/main.ts", "export function plain() {}\n")
                .with("apps/web/main.ts", """
                        import { trim } from '@shared/text';
                        import { hammer } from '@acme/tools';
                        import saw from '@acme/tools/deep/saw';
                        import { plain } from 'plain';
                        import { other } from '@acme/other';
                        function main() { trim(); hammer(); saw(); plain(); other(); }
                        """);

        assertThat(sources.calls("apps/web/main.ts"))
                .containsExactlyInAnyOrder(
                        "6 apps/web/main.main() -> libs/shared/src/text.trim()",
                        "6 apps/web/main.main() -> libs/tools/src/index.hammer()",
                        "6 apps/web/main.main() -> libs/tools/src/deep/saw.saw()",
                        "6 apps/web/main.main() -> libs/plain/src/main.plain()",
                        "6 apps/web/main.main() -> external other");
    }

    @Test
    void valuesOfOtherModulesAndUndeclaredResults_areKnown() {
        Sources sources = new Sources("typescript").with("bus.ts", """
                        class Bus { send() { return this; } }
                        export const bus = new Bus();
                        export const made = () => new Bus();
                        export function found(x: number) { const one = new Bus(); if (x) { return one; } return null; }
                        export function either(x: number) { if (x) { return new Bus(); } return unknown(); }
                        export let typed: Bus;
                        """).with("main.ts", """
                        import { bus, made, found, either, typed } from './bus';
                        function main() {
                          bus.send().send();
                          made().send();
                          found(1).send();
                          either(1).send();
                          typed.send();
                        }
                        """);

        assertThat(sources.calls("main.ts"))
                .containsExactlyInAnyOrder(
                        "3 main.main() -> bus.Bus.send()",
                        "3 main.main() -> bus.Bus.send()",
                        "4 main.main() -> bus.made()",
                        "4 main.main() -> bus.Bus.send()",
                        "5 main.main() -> bus.found(number)",
                        "5 main.main() -> bus.Bus.send()",
                        "6 main.main() -> bus.either(number)",
                        "6 main.main() -> unknown_receiver either().send",
                        "7 main.main() -> bus.Bus.send()");
    }

    @Test
    void namespacesAndFunctionsInConstants_knowTheirOwnNames() {
        Sources sources = new Sources("typescript").with("a.ts", """
                namespace Space { export function one() { two(); } function two() { const again = () => { again(); }; } }
                const loop = (n: number) => { loop(n - 1); };
                function outside() { two(); Space.one(); }
                """);

        assertThat(sources.calls("a.ts"))
                .containsExactlyInAnyOrder(
                        "1 a.Space.one() -> a.Space.two()",
                        "1 a.Space.two.again() -> a.Space.two.again()",
                        "2 a.loop(number) -> a.loop(number)",
                        "3 a.outside() -> ambiguous two",
                        "3 a.outside() -> a.Space.one()");
    }

    @Test
    void components_areCalledByWhatRendersThem() {
        Sources sources = new Sources("tsx").with("ui/Panel.tsx", """
                        export const Panel = ({ title }: { title: string }) => <div>{title}</div>;
                        export class Frame { constructor(props: object) {} }
                        export default function Page() { return <Panel title="x" />; }
                        """).with("app.tsx", """
                        import Page, { Panel as Box, Frame } from './ui/Panel';
                        import * as ui from './ui/Panel';
                        import { Other } from 'library';
                        function App() {
                          return <main>
                            <Box title="a"><span /></Box>
                            <ui.Panel title="b" />
                            <Frame>{[1].map(n => <Page key={n} />)}</Frame>
                            <Other />
                          </main>;
                        }
                        """);

        assertThat(sources.calls("ui/Panel.tsx")).anyMatch(line -> line.endsWith("Page() -> ui/Panel.Panel()"));
        assertThat(sources.calls("app.tsx"))
                .contains(
                        "6 app.App() -> ui/Panel.Panel()",
                        "7 app.App() -> ui/Panel.Panel()",
                        "8 app.App() -> ui/Panel.Frame.constructor(object)",
                        "8 app.App() -> ui/Panel.Page()",
                        "9 app.App() -> external Other")
                .noneMatch(line -> line.contains("span") || line.contains("main"));
    }
}
