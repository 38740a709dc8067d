package io.mnemolite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.cli.CommandLineRun.Result;
import io.mnemolite.cli.StubServer.Request;
import org.junit.jupiter.api.Test;

/** Names, neighbours, paths and impact. */
class CodeTest extends ServerTest {

    private static final String ID = "0c6e6f2c-1111-4222-8333-00000000000a";
    private static final String OTHER = "0c6e6f2c-1111-4222-8333-00000000000b";
    private static final String TYPE = "0c6e6f2c-1111-4222-8333-00000000000c";
    private static final String RUN = symbol(ID, "run", "atlas.Job.run", "", 12);
    private static final String STOP = symbol(OTHER, "stop", "atlas.Job.stop", "int", 30);

    private static String symbol(String id, String name, String qualified, String signature, int line) {
        return "{\"id\":\"" + id + "\",\"kind\":\"method\",\"qualified_name\":\"" + qualified + "\",\"name\":\"" + name
                + "\",\"signature\":\"" + signature + "\",\"repository\":\"atlas\",\"file_path\":\"src/Job.java\","
                + "\"start_line\":" + line + ",\"end_line\":" + (line + 5) + ",\"is_test\":false}";
    }

    private static String with(String symbol, String members) {
        return symbol.substring(0, symbol.length() - 1) + "," + members + "}";
    }

    private static String symbols(String... symbols) {
        return "{\"symbols\":[" + String.join(",", symbols) + "],\"total\":" + symbols.length + "}";
    }

    private static String callers(String completeness) {
        return "{\"symbol\":" + RUN + ",\"callers\":["
                + with(
                        STOP,
                        "\"relationship\":\"calls\",\"call_file\":\"src/Job.java\",\"lines\":[31,33],\"rule\":\"own_member\","
                                + "\"candidates\":2,\"may_dispatch\":true")
                + "],\"total\":1," + completeness + "}";
    }

    private static final String EXACT = "\"completeness\":\"exact\",\"unresolved_sites\":0,\"stale\":false";

    @Test
    void symbol_showsKindNameSignaturePlaceAndId() {
        server.on("GET /v1/code/symbols", 200, symbols(RUN));
        assertThat(run("code", "symbol", "run", "--limit", "5").out()).isEqualTo("""
                method      atlas.Job.run()
                            src/Job.java:12
                            0c6e6f2c-1111-4222-8333-00000000000a in atlas
                """);
        assertThat(server.requests().getFirst().target()).isEqualTo("/v1/code/symbols?name=run&limit=5");
        assertThat(json(run("code", "symbol", "run", "--json").out())).isEqualTo(json(symbols(RUN)));
    }

    @Test
    void callers_ofAUniqueName_areShownWithTheirLines() {
        server.on("GET /v1/code/symbols", 200, symbols(RUN, symbol(OTHER, "runAll", "atlas.Job.runAll", "", 40)))
                .on("GET /v1/code/graph/callers/" + ID, 200, callers(EXACT));
        Result result = run("code", "callers", "run", "--repository", "atlas");
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("""
                method atlas.Job.run() (src/Job.java:12)
                1 caller, exact
                method      atlas.Job.stop(int)
                            src/Job.java:30
                            calls at src/Job.java:31, 33; rule own_member; one of 2 overloads; by dispatch, perhaps
                """);
        assertThat(server.requests())
                .extracting(Request::target)
                .containsExactly(
                        "/v1/code/symbols?name=run&repository=atlas&limit=100",
                        "/v1/code/graph/callers/" + ID + "?limit=100");
    }

    @Test
    void incompleteAnswer_saysWhy() {
        server.on(
                "GET /v1/code/graph/callers/" + ID,
                200,
                callers("\"completeness\":\"lower_bound\",\"unresolved_sites\":3,\"stale\":true,"
                        + "\"unread_files\":2,\"members_included\":true,\"truncated\":true"));
        assertThat(run("code", "callers", ID).out())
                .contains(
                        "\n1 caller of it and its members, lower bound (3 unresolved call sites named so; files changed"
                                + " since the graph was built; 2 files could not be read; cut at the limit)\n");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void ambiguousName_listsWhatItMayMean() {
        server.on("GET /v1/code/symbols", 200, symbols(RUN, symbol(OTHER, "run", "atlas.Task.run", "String,int", 7)));
        Result result = run("code", "impact", "run");
        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("""
                'run' names 2 symbols:
                method      atlas.Job.run()
                            src/Job.java:12
                            0c6e6f2c-1111-4222-8333-00000000000a in atlas
                method      atlas.Task.run(String, int)
                            src/Job.java:7
                            0c6e6f2c-1111-4222-8333-00000000000b in atlas
                Choose one by its id, its parameters, more of its qualified name, or --repository.
                """);
    }

    @Test
    void betterMatch_winsOverOthers() {
        server.on("GET /v1/code/symbols", 200, symbols(RUN, symbol(OTHER, "run", "lib.atlas.Job.run", "", 7)))
                .on("GET /v1/code/graph/callers/" + ID, 200, callers(EXACT));
        assertThat(run("code", "callers", "atlas::Job#run").exitCode()).isZero();
        assertThat(run("code", "callers", "Job.run").exitCode()).isEqualTo(5);
    }

    @Test
    void parameters_chooseAmongOverloads() {
        server.on("GET /v1/code/symbols", 200, symbols(RUN, symbol(OTHER, "run", "atlas.Job.run", "String,int", 7)))
                .on("GET /v1/code/graph/callers/" + ID, 200, callers(EXACT));
        assertThat(run("code", "callers", "Job.run()").exitCode()).isZero();
        assertThat(server.requests().getFirst().target()).isEqualTo("/v1/code/symbols?name=Job.run&limit=100");
        assertThat(run("code", "callers", "Job.run( String, int )").err()).contains(OTHER);
        assertThat(run("code", "callers", "Job.run(long)").err()).startsWith("There is no symbol 'Job.run(long)'.");
    }

    @Test
    void nameThatOnlyResembles_isNotTaken() {
        server.on("GET /v1/code/symbols", 200, symbols(symbol(ID, "runAll", "atlas.Job.runAll", "", 40)));
        Result result = run("code", "callers", "run");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("There is no symbol 'run'. Did you mean:\n  method atlas.Job.runAll() (src/Job.java:40)\n");
    }

    @Test
    void unknownName_getsTheServersSuggestions() {
        server.on("GET /v1/code/symbols", 200, "{\"symbols\":[],\"total\":0,\"suggestions\":[" + RUN + "]}");
        Result result = run("code", "symbol", "Job.runnable", "--repository", "atlas");
        assertThat(result.err())
                .startsWith("There is no symbol 'Job.runnable' in 'atlas'. Did you mean:\n  method atlas.Job.run() ");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(run("code", "callers", "Job.runnable").err()).contains("method atlas.Job.run()");
    }

    @Test
    void symbol_ofMoreThanAreShown_saysHowMany() {
        server.on("GET /v1/code/symbols", 200, "{\"symbols\":[" + RUN + "],\"total\":1200}");
        assertThat(run("code", "symbol", "r", "--limit", "1").out()).endsWith("1 of 1,200; --limit shows more.\n");
    }

    @Test
    void nothingSimilar_asksWhetherItIsIndexed() {
        server.on("GET /v1/code/symbols", 200, symbols());
        assertThat(run("code", "callees", "x").err()).endsWith("Ask: mnemolite code repositories\n");
    }

    @Test
    void callees_nameTheCallsWithoutAnEdge() {
        server.on(
                "GET /v1/code/graph/callees/" + ID,
                200,
                "{\"symbol\":" + RUN + ",\"callees\":[],\"unresolved\":["
                        + "{\"callee\":\"println\",\"line\":13,\"column\":3,\"reason\":\"external\"},"
                        + "{\"callee\":\"go\",\"line\":14,\"column\":3,\"reason\":\"unknown_receiver\"},"
                        + "{\"callee\":\"print\",\"line\":15,\"column\":3,\"reason\":\"external\"}],"
                        + "\"total\":0,\"completeness\":\"lower_bound\",\"unresolved_sites\":1}");
        assertThat(run("code", "callees", ID).out()).isEqualTo("""
                method atlas.Job.run() (src/Job.java:12)
                0 callees, lower bound (1 unresolved call site in it)
                without an edge, external: 2
                    println:13, print:15
                without an edge, unknown receiver: 1
                    go:14
                """);
    }

    @Test
    void path_namesEachStep() {
        String found = "{\"path\":[\"" + TYPE + "\",\"" + ID + "\",\"" + OTHER + "\"],\"path_length\":3,\"found\":true,"
                + "\"nodes\":[" + symbol(TYPE, "Job", "atlas.Job", "", 1) + "," + RUN + "," + STOP + "],\"steps\":["
                + "{\"source\":\"" + TYPE + "\",\"target\":\"" + ID + "\",\"relationship\":\"contains\"},"
                + "{\"source\":\"" + ID + "\",\"target\":\"" + OTHER + "\",\"relationship\":\"may_dispatch\","
                + "\"file_path\":\"src/Job.java\",\"lines\":[14],\"rule\":\"override\"}]," + EXACT + "}";
        server.on("POST /v1/code/graph/path", 200, found);
        assertThat(run("code", "path", ID, OTHER, "--relationship", "calls").out())
                .isEqualTo("""
                method      atlas.Job()
                            src/Job.java:1
                            contains the next
                method      atlas.Job.run()
                            src/Job.java:12
                            may dispatch to the next at src/Job.java:14; rule override
                method      atlas.Job.stop(int)
                            src/Job.java:30
                1 step, exact.
                """);
        assertThat(server.requests()).hasSize(1);
        assertThat(json(server.requests().getFirst().body()))
                .isEqualTo(json("{\"source_node_id\":\"" + ID + "\",\"target_node_id\":\"" + OTHER
                        + "\",\"max_depth\":10,\"relationship\":\"calls\"}"));
        assertThat(json(run("code", "path", ID, OTHER, "--json").out())).isEqualTo(json(found));
    }

    @Test
    void noPath_exitsWith1() {
        server.on(
                "POST /v1/code/graph/path",
                200,
                "{\"path\":null,\"path_length\":0,\"found\":false,\"completeness\":\"lower_bound\",\"unresolved_sites\":4}");
        Result result = run("code", "path", ID, OTHER);
        assertThat(result.out()).isEqualTo("No path, lower bound (4 unresolved call sites of the names on the way).\n");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void impact_isGroupedByDistance() {
        server.on(
                "GET /v1/code/graph/impact/" + ID,
                200,
                "{\"symbol\":" + RUN + ",\"affected\":[" + with(STOP, "\"distance\":1") + ","
                        + with(STOP.replace("\"is_test\":false", "\"is_test\":true"), "\"distance\":2")
                        + "],\"total\":2,\"tests\":1," + EXACT + "}");
        assertThat(run("code", "impact", ID, "--depth", "3").out()).isEqualTo("""
                method atlas.Job.run() (src/Job.java:12)
                2 symbols depend on it, 1 test among them, exact
                directly
                method      atlas.Job.stop(int)
                            src/Job.java:30
                2 calls away
                method      atlas.Job.stop(int)  test
                            src/Job.java:30
                """);
        assertThat(server.requests().getLast().target())
                .isEqualTo("/v1/code/graph/impact/" + ID + "?max_depth=3&limit=100");
    }
}
