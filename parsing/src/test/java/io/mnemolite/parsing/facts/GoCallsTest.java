package io.mnemolite.parsing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Go: what its statements say of the types of variables, and what types take from those they embed. */
class GoCallsTest {

    private static final String TYPES = """
            package a

            type Server struct{ Base; *Log }
            type Base struct{}
            type Log struct{}

            func (b Base) Start()     {}
            func (l *Log) Print()     {}
            func (s *Server) Run()    {}
            func (l *Log) Run()       {}
            func New() (*Server, error) { return nil, nil }
            func Named() (s *Server, err error) { return nil, nil }
            """;

    @Test
    void methodOfWhatIsEmbedded_isNotOverridden() {
        Sources sources = new Sources("go").with("a/types.go", TYPES);

        assertThat(sources.relations("a/types.go")).noneMatch(line -> line.contains("may_dispatch"));
    }

    @Test
    void severalVariables_areBoundInTheirOrder() {
        Sources sources = new Sources("go").with("a/types.go", TYPES).with("a/main.go", """
                package a

                func m() {
                	s, err := New()
                	s.Run()
                	err.Error()
                	a, b := &Server{}, &Log{}
                	a.Run()
                	b.Run()
                	var c, d = Named()
                	c.Run()
                	d.Error()
                }
                """);

        assertThat(sources.calls("a/main.go"))
                .contains(
                        "5 a.m() -> a.Server.Run()",
                        "8 a.m() -> a.Server.Run()",
                        "9 a.m() -> a.Log.Run()",
                        "11 a.m() -> a.Server.Run()")
                .noneMatch(line -> line.contains("-> a") && line.contains("Error"));
    }

    @Test
    void rangeAssertionAndSwitch_tellTheTypeWithinTheirBlock() {
        Sources sources = new Sources("go").with("a/types.go", TYPES).with("a/main.go", """
                package a

                func m(all []*Server, byName map[string]*Log, x any, s *Log) {
                	for _, s := range all {
                		s.Run()
                	}
                	for _, l := range byName {
                		l.Run()
                	}
                	for i := range all {
                		i.Run()
                	}
                	x.(*Server).Run()
                	if s, ok := x.(*Server); ok {
                		s.Run()
                	}
                	s.Run()
                	switch x := x.(type) {
                	case *Server:
                		x.Run()
                	case *Log:
                		x.Run()
                	case *Base, string:
                		x.Run()
                	}
                	x.Run()
                }
                """);

        assertThat(sources.calls("a/main.go"))
                .contains(
                        "5 a.m(Server[],map<string,Log>,any,Log) -> a.Server.Run()",
                        "8 a.m(Server[],map<string,Log>,any,Log) -> a.Log.Run()",
                        "13 a.m(Server[],map<string,Log>,any,Log) -> a.Server.Run()",
                        "15 a.m(Server[],map<string,Log>,any,Log) -> a.Server.Run()",
                        "17 a.m(Server[],map<string,Log>,any,Log) -> a.Log.Run()",
                        "20 a.m(Server[],map<string,Log>,any,Log) -> a.Server.Run()",
                        "22 a.m(Server[],map<string,Log>,any,Log) -> a.Log.Run()")
                .filteredOn(line -> line.matches("(11|24|26) .*"))
                .hasSize(3)
                .allMatch(line -> line.contains("unknown_receiver") || line.contains("external x"));
    }

    @Test
    void embeddedTypes_giveTheirMembersAndAreFields() {
        Sources sources = new Sources("go").with("a/types.go", TYPES).with("a/main.go", """
                package a

                func m(s *Server) {
                	s.Start()
                	s.Print()
                	s.Run()
                	s.Log.Run()
                }
                """);

        assertThat(sources.calls("a/main.go"))
                .containsExactly(
                        "4 a.m(Server) -> a.Base.Start()",
                        "5 a.m(Server) -> a.Log.Print()",
                        "6 a.m(Server) -> a.Server.Run()",
                        "7 a.m(Server) -> a.Log.Run()");
        assertThat(sources.relations("a/types.go")).contains("a.Server inherits a.Base", "a.Server inherits a.Log");
    }

    @Test
    void methodOfAnInterface_isCalled_andLeavesOpenWhatElseIs() {
        Sources sources = new Sources("go").with("a/main.go", """
                package a

                type Closer interface{ Close() error }
                type Runner interface {
                	Closer
                	Run(times int)
                }

                func m(r Runner) {
                	r.Run(1)
                	r.Close()
                }
                """);

        assertThat(sources.calls("a/main.go"))
                .containsExactlyInAnyOrder(
                        "10 a.m(Runner) -> a.Runner.Run()",
                        "11 a.m(Runner) -> a.Closer.Close()",
                        "10 a.m(Runner) -> dynamic r.Run",
                        "11 a.m(Runner) -> dynamic r.Close");
    }

    @Test
    void variableOfABlock_endsWithTheBlock() {
        Sources sources = new Sources("go").with("a/main.go", """
                package a

                type Log struct{}

                func (l *Log) Run() {}

                func run() {}

                func m(x bool) {
                	run()
                	if x {
                		run := Log{}
                		run.Run()
                	}
                	run()
                	for _, run := range []Log{} {
                		run.Run()
                	}
                	run()
                }
                """);

        assertThat(sources.calls("a/main.go"))
                .containsExactly(
                        "10 a.m(bool) -> a.run()",
                        "13 a.m(bool) -> a.Log.Run()",
                        "15 a.m(bool) -> a.run()",
                        "17 a.m(bool) -> a.Log.Run()",
                        "19 a.m(bool) -> a.run()");
    }
}
