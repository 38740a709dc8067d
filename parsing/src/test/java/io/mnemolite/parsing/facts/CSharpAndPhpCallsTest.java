package io.mnemolite.parsing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Calls of C# and PHP, whose files name namespaces. */
class CSharpAndPhpCallsTest {

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
}
