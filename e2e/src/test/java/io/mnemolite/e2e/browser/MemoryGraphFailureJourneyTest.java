package io.mnemolite.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.SharedServer;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /ui/graph} when something fails, is late, means harm, or is much. */
@Journey
class MemoryGraphFailureJourneyTest {

    private static final String SENTENCE = "The database does not answer.";

    /** Draws a picture of 2,000 nodes and notes the time between frames from then on. */
    private static final String LARGE = """
            async () => {
              const { draw } = await import(document.querySelector('[data-canvas-module]').dataset.canvasModule);
              const nodes = [], edges = [];
              for (let i = 0; i < 2000; i++) {
                nodes.push({ id: `n${i}`, label: `Node ${i}`, type: `t${i % 9}`, mark: i % 9 });
                if (i) { edges.push({ id: `e${i}`, source: `n${i}`, target: `n${Math.floor(i / 3)}`, relation: 'r' }); }
                if (i > 9) { edges.push({ id: `f${i}`, source: `n${i}`, target: `n${(i * 7919) % i}`, relation: 'r' }); }
              }
              const start = performance.now();
              const { cy } = draw(document.getElementById('canvas'), { nodes, edges }, { layout: 'force', onSelect() {}, onOpen() {} });
              await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
              const first = performance.now() - start;
              window.frameTimes = [];
              let before = performance.now();
              const note = () => {
                const now = performance.now();
                window.frameTimes.push(now - before);
                before = now;
                requestAnimationFrame(note);
              };
              requestAnimationFrame(note);
              const places = cy.nodes().map(node => node.position());
              return `${places.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)).length} nodes in place, drawn in ${first.toFixed(0)} ms`;
            }
            """;

    /** Draws a picture with a tree, a circle, a loop, and nodes without an edge, twice. */
    private static final String LAYOUT = """
            async layout => {
              const { draw } = await import(document.querySelector('[data-canvas-module]').dataset.canvasModule);
              const nodes = [], edges = [];
              for (let i = 0; i < 71; i++) {
                nodes.push({ id: `n${i}`, label: `Node ${i}`, type: `t${i % 9}`, mark: i % 9 });
                if (i && i < 40) { edges.push({ id: `e${i}`, source: `n${Math.floor(i / 3)}`, target: `n${i}`, relation: 'r' }); }
                if (i >= 40 && i < 60) { edges.push({ id: `e${i}`, source: `n${i}`, target: `n${i === 59 ? 40 : i + 1}`, relation: 'r' }); }
              }
              edges.push({ id: 'loop', source: 'n70', target: 'n70', relation: 'r' });
              const places = () => {
                const { cy } = draw(document.getElementById('canvas'), { nodes, edges }, { layout, onSelect() {}, onOpen() {} });
                const found = cy.nodes().map(node => node.position()).filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
                cy.destroy();
                return found.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`);
              };
              const first = places();
              const isSame = places().join() === first.join();
              return `${first.length} nodes in ${new Set(first).size} places, ${isSame ? 'the same again' : 'others now'}`;
            }
            """;

    private static final String FRAMES = """
            () => {
              const frames = window.frameTimes.sort((one, other) => one - other);
              const at = share => frames[Math.floor(share * (frames.length - 1))].toFixed(1);
              return `; ${frames.length} frames while it was moved: median ${at(0.5)} ms, 95 of 100 within ${at(0.95)} ms, longest ${at(1)} ms`;
            }
            """;

    private Http http = SharedServer.http();
    private String ada = "";
    private String atlas = "";

    @BeforeEach
    void fill() {
        http = SharedServer.emptied();
        ada = SampleGraph.node(http, "person", "Ada", "{}");
        atlas = SampleGraph.node(http, "project", "atlas", "{}");
        SampleGraph.edge(http, ada, "works_on", atlas);
    }

    @Test
    void picture_failing_isSaid(@Phone BrowserWindow window) {
        Page page = failing(window, "/ui/graph/data").go("/ui/graph").page();
        assertThat(page.locator("#graph-problem")).containsText(SENTENCE);
        window.checkWidth();
        window.checkAccessibility();
        page.getByLabel("Search nodes").fill("atlas");
        page.getByLabel("Search nodes").press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*node=" + atlas + "$"));
        assertThat(page.locator("#graph-problem")).containsText(SENTENCE);
        page.unrouteAll();
        page.getByText("Try again").click();

        assertThat(page.locator("#selected h2")).hasText("atlas");
        assertThat(page.locator("#shown")).hasText("2 nodes, 1 edge.");
        assertThat(page.locator("#graph-problem")).isEmpty();
    }

    @Test
    void expansion_failing_leavesThePicture(BrowserWindow window) {
        Page page =
                failing(window, "/ui/graph/around").go("/ui/graph?node=" + ada).page();
        page.locator("#selected [data-action=expand]").click();
        assertThat(page.locator("#toasts")).containsText("Not expanded. " + SENTENCE);
        assertThat(page.locator("#shown")).hasText("2 nodes, 1 edge.");
        window.checkAccessibility();
        page.unrouteAll();
        page.getByText("Try again").click();
        assertThat(page.locator("#toasts")).containsText("Everything around it is in the picture already.");
    }

    @Test
    void panelAndSearch_failing_areSaidInTheirPlaces(BrowserWindow window) {
        Page page =
                failing(window, "/ui/graph/nodes").go("/ui/graph?node=" + ada).page();
        assertThat(page.locator("#selected")).containsText(SENTENCE);
        page.getByLabel("Search nodes").fill("atlas");
        assertThat(page.locator("#matches")).containsText(SENTENCE);
        window.checkAccessibility();
        page.unrouteAll();
        page.locator("#matches").getByText("Try again").click();
        assertThat(page.locator("#matches a")).hasCount(1);
        page.locator("#selected").getByText("Try again").click();
        assertThat(page.locator("#selected h2")).hasText("Ada");
    }

    @Test
    void creationAndConnection_failing_keepWhatWasTyped(BrowserWindow window) {
        failing(window, "/v1/graph/nodes");
        Page page =
                failing(window, "/v1/graph/edges").go("/ui/graph?node=" + ada).page();
        page.locator("[data-create]").click();
        page.locator("#create-form").getByLabel("Label").fill("Grace");
        page.locator("#create-form [type=submit]").click();
        assertThat(page.locator("#create-form .failure-text")).hasText(SENTENCE);
        window.checkAccessibility();
        page.unroute(Pattern.compile(".*/v1/graph/nodes.*"));
        page.locator("#create-form [type=submit]").click();
        assertThat(page.locator("#selected h2")).hasText("Grace");

        page.locator("#selected [data-action=connect]").click();
        page.getByLabel("To", new Page.GetByLabelOptions().setExact(true)).fill("atlas");
        page.locator("#connect-form .choice a").click();
        page.locator("#connect-form [type=submit]").click();
        assertThat(page.locator("#connect-form .failure-text")).hasText(SENTENCE);
        page.unrouteAll();
        page.locator("#connect-form [type=submit]").click();
        assertThat(page.locator("#shown")).hasText("3 nodes, 2 edges.");
        assertThat(http.get("/v1/graph/edges").json().path("edges")).hasSize(2);
    }

    @Test
    void deletion_failing_bringsTheNodeBack(BrowserWindow window) {
        Page page = failing(window, "/v1/graph/nodes/" + ada)
                .go("/ui/graph?node=" + ada)
                .page();
        page.locator("#selected [data-action=delete]").click();
        assertThat(page.locator("#shown")).hasText("1 node, 0 edges.");
        page.getByText("Dismiss").click();

        assertThat(page.locator("#toasts")).containsText("Not deleted. " + SENTENCE);
        assertThat(page.locator("#shown")).hasText("2 nodes, 1 edge.");
    }

    @Test
    void types_failing_areSaid_andANodeThatIsGoneToo(BrowserWindow window) {
        Page page = failing(window, "/ui/graph/types").go("/ui/graph").page();
        page.locator("[data-create]").click();
        page.locator("#create-form [type=submit]").click();
        assertThat(page.locator("#types .failure")).containsText(SENTENCE);
        window.checkAccessibility();
        page.unrouteAll();
        page.locator("#types").getByText("Try again").click();
        assertThat(page.locator("#types")).containsText("unknown");

        window.expectFailuresOf("/ui/graph/around");
        window.go("/ui/graph?node=01890a5d-ac96-774b-bcce-b302099a8057");
        assertThat(page.locator("#toasts")).containsText("Not loaded. There is no node 01890a5d");
        assertThat(page.locator("#shown")).hasText("3 nodes, 1 edge.");
        window.expectFailuresOf("/ui/graph?layout=heap").go("/ui/graph?layout=heap");
        assertThat(page.locator("main")).containsText("'layout': Input should be one of 'force', 'radial'");
    }

    @Test
    void valuesThatCannotBe_areNamed() {
        String nodes = "{\"node\":\"" + ada + "\",\"shown\":[\"" + atlas + "\",3]}";

        assertThat(http.post("/ui/graph/around", "{\"node\":\"x\"}").violation())
                .isEqualTo("uuid_parsing [\"body\",\"node\"]");
        assertThat(http.post("/ui/graph/around", nodes).violation()).isEqualTo("uuid_parsing [\"body\",\"shown\"]");
        assertThat(http.get("/ui/graph/data?limit=2001").violation())
                .isEqualTo("less_than_equal [\"query\",\"limit\"]");
        assertThat(http.get("/ui/graph/nodes/" + atlas.replace('-', 'x')).violation())
                .isEqualTo("uuid_parsing [\"path\",\"node_id\"]");
    }

    @Test
    void answer_thatIsLate_isAwaited(BrowserWindow window) {
        Page page = window.page();
        Route[] held = new Route[1];
        page.route("**/ui/graph/data?*", route -> held[0] = route);
        page.waitForRequest("**/ui/graph/data?*", () -> window.go("/ui/graph"));
        assertThat(page.locator("#shown")).hasText("Loading the graph…");
        window.checkAccessibility();
        held[0].resume();

        assertThat(page.locator("#shown")).hasText("2 nodes, 1 edge.");
    }

    @Test
    void markupAndDirections_areText(BrowserWindow window) {
        String markup = "<img src=x onerror=window.harmed=1><script>window.harmed=2</script>{window}";
        String quoted = "\"" + markup + "\"";
        String harmful =
                SampleGraph.node(http, markup, markup, "{" + quoted + ":" + quoted + ",\"turned\":\"a\u202Eb\"}");
        SampleGraph.edge(http, harmful, markup, ada);
        SampleGraph.edge(http, ada, "turned\u202Eround", harmful);
        Page page = window.go("/ui/graph?view=list&node=" + harmful).page();

        assertThat(page.locator("#selected h2")).hasText(markup);
        assertThat(page.locator("#selected")).containsText("aU+202Eb");
        assertThat(page.locator("#tables")).containsText("turnedU+202Eround");
        page.getByLabel("Search nodes").fill("onerror");
        assertThat(page.locator("#matches a")).containsText("<img src=x");
        page.getByText("Picture").click();
        page.locator("[data-connect]").click();
        assertThat(page.locator("#connect-source")).hasValue(markup);
        window.checkAccessibility();
        assertThat(page.evaluate("window.harmed === undefined && !document.querySelector('#main img, #main b')"))
                .isEqualTo(true);
    }

    @Test
    void eachLayout_givesEveryNodeAPlaceOfItsOwn(BrowserWindow window) {
        Page page = window.go("/ui/graph").page();
        assertThat(page.locator("#graph[data-ready]")).isAttached();
        for (String layout : List.of("force", "radial", "hierarchy", "grid", "circle")) {
            assertThat(page.evaluate(LAYOUT, layout)).as(layout).isEqualTo("71 nodes in 71 places, the same again");
        }
    }

    @Test
    void twoThousandNodes_stayFluid(BrowserWindow window) {
        Page page = window.go("/ui/graph").page();
        assertThat(page.locator("#graph[data-ready]")).isAttached();
        String measured = (String) page.evaluate(LARGE);
        page.mouse().move(300, 400);
        page.mouse().down();
        for (int step = 1; step <= 60; step++) {
            page.mouse().move(300 + 4 * step, 400 + 2 * step);
        }
        page.mouse().up();
        page.mouse().wheel(0, -300);
        measured += page.evaluate(FRAMES);
        System.out.println(measured);
        assertThat(measured).startsWith("2000 nodes in place");
    }

    private static BrowserWindow failing(BrowserWindow window, String path) {
        window.expectFailuresOf(path);
        window.page()
                .route(Pattern.compile(".*" + path + ".*"), route -> DashboardJourneyTest.problem(route, SENTENCE));
        return window;
    }
}
