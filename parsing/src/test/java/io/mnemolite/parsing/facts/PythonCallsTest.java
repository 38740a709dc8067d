package io.mnemolite.parsing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Python source to edges, a feature each. */
class PythonCallsTest {

    private static final String MAIN = "app/main.py";

    @Test
    void imports_absoluteRelativeAliasedAndReExported_areFollowed() {
        Sources sources = new Sources("python")
                .with("app/__init__.py", "from .tools import helper\n")
                .with("app/tools.py", "def helper():\n    pass\n\ndef other():\n    pass\n")
                .with("app/deep/__init__.py", "")
                .with(
                        "app/deep/leaf.py",
                        "from ..tools import other\nfrom .. import tools\n\ndef f():\n    other()\n    tools.helper()\n")
                .with(MAIN, """
                        import app.tools
                        import app.tools as t
                        import os
                        from app import helper
                        from app.tools import other as renamed
                        from app.tools import *

                        def main():
                            helper()
                            renamed()
                            t.helper()
                            app.tools.other()
                            os.getcwd()
                            print("x")
                            other()
                        """);

        assertThat(sources.calls(MAIN))
                .containsExactlyInAnyOrder(
                        "9 app.main.main() -> app.tools.helper()",
                        "10 app.main.main() -> app.tools.other()",
                        "11 app.main.main() -> app.tools.helper()",
                        "12 app.main.main() -> app.tools.other()",
                        "13 app.main.main() -> external os.getcwd",
                        "14 app.main.main() -> external print",
                        "15 app.main.main() -> app.tools.other()");
        assertThat(sources.calls("app/deep/leaf.py"))
                .containsExactly(
                        "5 app.deep.leaf.f() -> app.tools.other()", "6 app.deep.leaf.f() -> app.tools.helper()");
    }

    @Test
    void classes_inheritConstructAndCallTheirOwn() {
        Sources sources = new Sources("python")
                .with(
                        "base.py",
                        "class Base:\n    def __init__(self):\n        self.setup()\n\n    def setup(self):\n        pass\n")
                .with("main.py", """
                        from base import Base

                        class Child(Base):
                            def __init__(self, other: Base):
                                super().__init__()
                                self.other = other
                                self.twin = Base()

                            def setup(self):
                                super().setup()
                                self.other.setup()
                                self.twin.setup()
                                self.missing()

                        def use(c: Child, unknown):
                            c.setup()
                            Child(None).setup()
                            x = Child(None)
                            x.setup()
                            unknown.setup()
                        """);

        assertThat(sources.calls("main.py"))
                .contains(
                        "5 main.Child.__init__(,Base) -> base.Base.__init__()",
                        "7 main.Child.__init__(,Base) -> base.Base.__init__()",
                        "10 main.Child.setup() -> base.Base.setup()",
                        "11 main.Child.setup() -> base.Base.setup()",
                        "12 main.Child.setup() -> base.Base.setup()",
                        "13 main.Child.setup() -> dynamic this.missing",
                        "16 main.use(Child,) -> main.Child.setup()",
                        "17 main.use(Child,) -> main.Child.setup()",
                        "17 main.use(Child,) -> main.Child.__init__(,Base)",
                        "19 main.use(Child,) -> main.Child.setup()",
                        "20 main.use(Child,) -> unknown_receiver unknown.setup");
        assertThat(sources.relations("main.py"))
                .contains("main.Child inherits base.Base", "base.Base.setup() may_dispatch main.Child.setup()");
    }

    @Test
    void localBinding_thatIsNoFunction_hidesOneFurtherOut() {
        Sources sources = new Sources("python").with("main.py", """
                def f():
                    pass

                def g(f):
                    f()

                def h():
                    f = make()
                    f()

                def i():
                    def f():
                        pass
                    f()
                    call(f)
                """);

        assertThat(sources.calls("main.py"))
                .contains(
                        "5 main.g() -> unknown_receiver f",
                        "9 main.h() -> unknown_receiver f",
                        "14 main.i() -> main.i.f()",
                        "15 main.i() ~> main.i.f()");
    }

    @Test
    void nameOfTheRepository_isNeverGuessed() {
        Sources sources = new Sources("python")
                .with("a.py", "class A:\n    def only_here(self):\n        pass\n")
                .with("b.py", "def f(x):\n    x.only_here()\n    only_here()\n");

        assertThat(sources.calls("b.py"))
                .containsExactly("2 b.f() -> unknown_receiver x.only_here", "3 b.f() -> external only_here");
    }

    @Test
    void imports_ofAnotherProjectOfTheRepository_areFollowed() {
        Sources sources = new Sources("python")
                .withManifest("libs/text/pyproject.toml", "[tool.setuptools.packages.find]\nwhere = [\"source\"]\n")
                .withManifest("services/api/pyproject.toml", "[project]\nname = \"api\"\n")
                .with("libs/text/source/words/__init__.py", "def split():\n    pass\n")
                .with(
                        "services/api/src/api/main.py",
                        "from words import split\nfrom api.own import f\n\ndef main():\n    split()\n    f()\n")
                .with("services/api/src/api/own.py", "def f():\n    pass\n");

        assertThat(sources.calls("services/api/src/api/main.py"))
                .containsExactly(
                        "5 services.api.src.api.main.main() -> libs.text.source.words.split()",
                        "6 services.api.src.api.main.main() -> services.api.src.api.own.f()");
    }

    @Test
    void valueOfAParameterOrField_isNotWhatItMayHoldByDefault() {
        Sources sources = new Sources("python").with("main.py", """
                class Decoder:
                    pass

                def loads(cls=None):
                    if cls is None:
                        cls = Decoder
                    return cls()

                class Loader:
                    decoder = Decoder

                    def load(self):
                        return self.decoder()
                """);

        assertThat(sources.calls("main.py")).noneMatch(line -> line.contains("-> main.Decoder"));
    }
}
