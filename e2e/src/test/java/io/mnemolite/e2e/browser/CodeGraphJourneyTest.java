package io.mnemolite.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.SharedServer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /ui/code/graph}. */
@Journey
class CodeGraphJourneyTest {

    /** Draws a picture of 5,000 symbols and notes the time between frames from then on. */
    private static final String LARGE = """
            async () => {
              const { draw } = await import(document.querySelector('[data-canvas-module]').dataset.canvasModule);
              const nodes = [], edges = [];
              for (let i = 0; i < 5000; i++) {
                nodes.push({ id: `n${i}`, name: `some.name${i}`, label: `Type${i}.method`, kind: 'method', test: i % 7 === 0, path: 'p', line: 1, distance: i ? -1 - Math.floor(Math.log2(i)) : 0 });
                if (i) { edges.push({ source: `n${i}`, target: `n${Math.floor(i / 2)}`, kind: 'calls' }); }
                if (i > 5) { edges.push({ source: `n${i}`, target: `n${(i * 7) % i}`, kind: 'calls' }); }
              }
              const start = performance.now();
              const { cy } = draw(document.getElementById('canvas'), { nodes, edges }, { center: 'n0' });
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
              return `${cy.nodes().length} symbols, ${cy.edges().length} edges, drawn in ${first.toFixed(0)} ms`;
            }
            """;

    private static final String FRAMES = """
            () => {
              const frames = window.frameTimes.sort((one, other) => one - other);
              const at = share => frames[Math.floor(share * (frames.length - 1))].toFixed(1);
              return `; ${frames.length} frames while it was moved: median ${at(0.5)} ms, 95 of 100 within ${at(0.95)} ms, longest ${at(1)} ms`;
            }
            """;

    private final Http http = SharedServer.http();

    @BeforeEach
    void store() {
        SampleCode.store(http);
    }

    @Test
    void symbol_isChosen_expandedAndFollowed(BrowserWindow window) {
        Page page = window.go("/ui/code/graph").page();
        window.checkAccessibility();
        page.keyboard().type("amount");
        page.locator("#choice a").first().click();

        assertThat(page.locator("#listed li")).hasCount(3);
        assertThat(page.locator("#completeness")).hasText("Exact: none is missing.");
        window.checkAccessibility();
        window.checkWidth();
        page.locator("#listed button")
                .filter(new Locator.FilterOptions().setHasText("Order.total"))
                .press("Enter");
        assertThat(page.locator("#selected h2")).hasText("shop.Order.total");
        page.locator("#selected")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Expand"))
                .click();
        assertThat(page.locator("#listed li")).hasCount(4);
        assertThat(page.locator("#listed")).containsText("OrderTest.total_isTheSum");
        page.locator("#selected").getByText("Source").click();
        assertThat(page.locator("h1")).containsText("Order.total");
    }

    @Test
    void impact_andPath(BrowserWindow window) {
        String rounded = SampleCode.symbol(http, "Price.rounded");
        Page page = window.go("/ui/code/graph?view=impact&symbol=" + rounded).page();
        assertThat(page.locator("#listed li")).hasCount(4);
        assertThat(page.locator("#listed")).containsText("distance 3 · method · test");

        window.go("/ui/code/graph?view=path&symbol=" + SampleCode.symbol(http, "total_isTheSum"));
        assertThat(page.getByText("Where does the path lead?")).isVisible();
        page.getByLabel("Symbol the path leads to").fill("rounded");
        page.locator("#path-choice a").first().click();
        assertThat(page.locator("#listed li")).hasCount(4);
        assertThat(page).hasURL(Pattern.compile(".*to=" + rounded));
        window.checkAccessibility();
    }

    @Test
    void picture_failing_isSaid(@Phone BrowserWindow window) {
        window.expectFailuresOf("/ui/code/graph/data");
        Page page = window.page();
        page.route("**/ui/code/graph/data?*", route -> DashboardJourneyTest.problem(route, "The database is away."));
        window.go("/ui/code/graph?symbol=" + SampleCode.symbol(http, "Price.amount"));
        assertThat(page.locator("#graph-message")).containsText("The database is away.");
        page.unrouteAll();
        page.getByText("Try again").click();
        assertThat(page.locator("#listed li")).hasCount(3);
        window.checkWidth();
        window.checkAccessibility();
    }

    @Test
    void fiveThousandSymbols_stayFluid(BrowserWindow window) {
        Page page = window.go("/ui/code/graph?symbol=" + SampleCode.symbol(http, "Price.amount"))
                .page();
        assertThat(page.locator("#listed li")).hasCount(3);
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
        assertThat(measured).contains("5000 symbols");
    }
}
