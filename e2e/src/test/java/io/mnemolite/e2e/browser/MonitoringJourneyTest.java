package io.mnemolite.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.SharedServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /ui/monitoring}. */
@Journey
class MonitoringJourneyTest {

    private static final String FIGURES = "**/ui/monitoring/figures*";

    private Http http = SharedServer.http();

    @BeforeEach
    void empty() {
        http = SharedServer.emptied();
    }

    @Test
    void emptyStore_isOperational_andSaysWhatToDo(BrowserWindow window) {
        Page page = window.go("/ui/monitoring").page();

        assertThat(banner(page)).containsText("Operational");
        assertThat(page.locator("#event-command")).containsText("./mnemolite remember");
        assertThat(page.getByText("No event has the severity critical.")).isVisible();
        window.checkAccessibility();
        window.checkWidth();
    }

    @Test
    void page_withEvents_isReadAsThis(BrowserWindow window) {
        critical("The payment service is down");
        http.store("{\"text\":\"Slow\"}", "{\"severity\":\"warning\",\"project\":\"alpha\"}");
        Page page = window.go("/ui/monitoring").page();

        assertThat(page.getByRole(AriaRole.MAIN)).matchesAriaSnapshot("""
                - main:
                  - heading "Monitoring" [level=1]
                  - button "Pause"
                  - button "Refresh"
                  - region "Critical":
                    - heading "Critical" [level=2]
                    - list:
                      - listitem: 1 critical event in the last 24 hours.
                  - navigation "Period":
                    - 'link "Show the last hour: 1 h"'
                    - 'link "Show the last 24 hours: 24 h"'
                    - 'link "Show the last 7 days: 7 d"'
                    - 'link "Show the last 30 days: 30 d"'
                  - region "At a glance":
                    - heading "At a glance" [level=2]
                    - list:
                      - listitem:
                        - paragraph: Requests
                        - img /Requests:/
                  - region "Events":
                    - figure /Events per hour/:
                      - 'img /Events per hour by severity, the last 24 hours: 2 in all, 1 critical, 1 warning, 0 info, 0 other; at most \\d in a column./'
                    - article "Severity"
                    - article "Project"
                    - article "Category"
                  - region "Newest critical events":
                    - article:
                      - link /just now/
                      - paragraph: The payment service is down
                  - region "Caches":
                    - button "Clear caches"
                    - article "Event cache":
                      - img /Hit rate of the event cache/
                    - article "Search cache"
                    - article "Graph cache"
                  - region "Latency":
                    - article "Routes"
                    - article "Slowest statements"
                  - region "Store and process":
                    - article "Connection pool":
                      - img /connections in use/
                    - article "Database"
                    - article "Process"
                    - article "Index of events":
                      - definition: 2 events
                    - article "Index of code"
                    - article "Vectors of events"
                    - article "Vectors of code"
                """);
        window.checkAccessibility();
        window.checkWidth();
    }

    @Test
    void criticalEvent_appearsWithARefresh_andOpensAtTheSide(BrowserWindow window) {
        Page page = window.go("/ui/monitoring").page();
        assertThat(banner(page)).containsText("Operational");
        String id = critical("Only now");

        page.getByRole(AriaRole.BUTTON, named("Refresh")).click();
        assertThat(banner(page)).containsText("1 critical event in the last 24 hours.");
        assertThat(page.locator("#condition-said")).hasText("The server is critical now.");
        page.locator("#open-" + id).click();
        assertThat(page.locator("#drawer")).containsText("Only now");
        assertThat(page).hasURL(Pattern.compile(".*/ui/monitoring\\?event=" + id + "$"));
        page.reload();
        assertThat(page.locator("#drawer")).containsText("Only now");
    }

    @Test
    void periodAndOrder_liveInTheAddress(BrowserWindow window) {
        critical("Counted");
        Page page = window.go("/ui/monitoring").page();
        Locator routes = page.locator(".routes");

        period(page, "1h").click();
        assertThat(page.getByText("Events per minute")).isVisible();
        assertThat(period(page, "1h")).hasAttribute("aria-current", "true");
        assertThat(page).hasURL(Pattern.compile(".*/ui/monitoring\\?period=1h$"));
        page.locator("#sort-route").click();
        assertThat(routes.locator("th[aria-sort=ascending]")).hasText("Route");
        assertThat(page).hasURL(Pattern.compile(".*/ui/monitoring\\?period=1h&sort=route$"));
        assertThat(routes.locator("tbody th").allInnerTexts()).isSorted().contains("/ui/monitoring");
        page.goBack();
        assertThat(routes.locator("th[aria-sort=descending]")).hasText("p95");
        page.goBack();
        assertThat(page.getByText("Events per hour", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        period(page, "30d").click();
        assertThat(page.getByText("Events per day")).isVisible();
        assertThat(page.locator(".period-row")).containsText("its last 24 hours: it keeps no more");
        page.reload();
        assertThat(page.getByText("Events per day")).isVisible();
    }

    @Test
    void refresh_leavesWhatIsOpenFocusedAndScrolled(BrowserWindow window) {
        critical("Counted");
        Page page = window.go("/ui/monitoring").page();
        Locator table = page.locator("#process-table");
        table.locator("summary").click();
        page.locator("#events-table summary").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#events-table table")).containsText("critical");
        window.checkAccessibility();
        Object before = page.evaluate("scrollY");
        String readAt = readAt(page);

        page.locator("#monitoring").dispatchEvent("live");
        assertThat(page.locator("#monitoring")).not().hasAttribute("data-read-at", readAt);

        assertThat(table).hasAttribute("open", "");
        assertThat(page.locator("#events-table")).hasAttribute("open", "");
        assertThat(page.locator("#events-table summary")).isFocused();
        assertThat(page.evaluate("scrollY")).isEqualTo(before);
        page.locator("#cache-table summary").press("Enter");
        assertThat(page.locator("#cache-table")).hasAttribute("open", "");
    }

    @Test
    void refresh_comesEvery30Seconds_notWhileThePageIsHiddenOrPaused(BrowserWindow window) {
        Page page = window.page();
        page.clock().install();
        List<String> asked = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            if (request.url().contains("/ui/monitoring/figures")) {
                asked.add(request.url());
            }
        });
        window.go("/ui/monitoring");
        String readAt = readAt(page);

        page.clock().runFor(32_000);
        assertThat(page.locator("#monitoring")).not().hasAttribute("data-read-at", readAt);
        assertThat(asked).hasSize(1);

        page.evaluate("""
                () => {
                  Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
                  document.dispatchEvent(new Event('visibilitychange'));
                }""");
        page.clock().runFor(120_000);
        assertThat(asked).hasSize(1);
        readAt = readAt(page);
        // Due at once, or within the period when the last refresh came just before the page was hidden.
        page.evaluate("""
                () => {
                  delete document.hidden;
                  document.dispatchEvent(new Event('visibilitychange'));
                }""");
        page.clock().runFor(32_000);
        assertThat(page.locator("#monitoring")).not().hasAttribute("data-read-at", readAt);

        page.getByRole(AriaRole.BUTTON, named("Pause")).click();
        assertThat(page.locator("#live-state")).hasText("Paused");
        int before = asked.size();
        page.clock().runFor(120_000);
        assertThat(asked).hasSize(before);
        readAt = readAt(page);
        page.getByRole(AriaRole.BUTTON, named("Go on")).click();
        assertThat(page.locator("#monitoring")).not().hasAttribute("data-read-at", readAt);
        assertThat(page.locator("#live-state")).hasText("Every 30 seconds");
    }

    @Test
    void refresh_failing_isSaid_andTheLastFiguresStay(BrowserWindow window) {
        String id = critical("Still here");
        window.expectFailuresOf("/ui/monitoring/figures");
        Page page = window.go("/ui/monitoring").page();
        page.route(FIGURES, route -> DashboardJourneyTest.problem(route, "Too many requests wait already."));

        page.locator("#monitoring").dispatchEvent("live");
        Locator stale = page.locator("#stale");
        assertThat(stale).containsText("Too many requests wait already.");
        assertThat(stale).containsText(Pattern.compile("The figures below are those of (just now|\\d+s ago)"));
        assertThat(page.locator("#live-state")).hasText("Not refreshed");
        assertThat(page.locator("#event-" + id)).containsText("Still here");
        window.checkAccessibility();
        period(page, "7d").click();
        assertThat(stale).isVisible();
        assertThat(period(page, "24h")).hasAttribute("aria-current", "true");

        page.unroute(FIGURES);
        stale.getByText("Try again").click();
        assertThat(stale).isHidden();
        assertThat(page.locator("#live-state")).hasText("Every 30 seconds");
    }

    @Test
    void refresh_thatTakesLong_leavesThePageUsable(BrowserWindow window) {
        critical("Counted");
        Page page = window.go("/ui/monitoring").page();
        List<Route> held = new CopyOnWriteArrayList<>();
        page.route(FIGURES, held::add);

        period(page, "7d").click();
        assertThat(page.locator("#monitoring")).hasClass(Pattern.compile(".*htmx-request.*"));
        page.locator("#events-table summary").click();
        assertThat(page.locator("#events-table table")).isVisible();
        page.waitForCondition(() -> !held.isEmpty());
        held.getFirst().resume();

        assertThat(period(page, "7d")).hasAttribute("aria-current", "true");
        assertThat(page.locator("#events-table table")).isVisible();
    }

    @Test
    void caches_areClearedOnceConfirmed(BrowserWindow window) {
        window.expectFailuresOf("/performance/cache/clear");
        Page page = window.go("/ui/monitoring").page();
        Locator open = page.getByRole(AriaRole.BUTTON, named("Clear caches"));
        Locator dialog = page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Clear the caches?"));
        open.click();
        assertThat(dialog).isVisible();
        window.checkAccessibility();
        page.keyboard().press("Escape");
        assertThat(dialog).isHidden();
        assertThat(open).isFocused();

        page.route(
                "**/performance/cache/clear",
                route -> DashboardJourneyTest.problem(route, "The server is about to stop."));
        open.click();
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Clear").setExact(true))
                .click();
        assertThat(dialog.getByRole(AriaRole.ALERT)).hasText("Not cleared. The server is about to stop.");
        page.unroute("**/performance/cache/clear");
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Clear").setExact(true))
                .click();
        assertThat(page.locator("#toasts")).containsText("The caches are empty.");
        assertThat(dialog).isHidden();
    }

    @Test
    void hostileValues_areText(BrowserWindow window) {
        http.store(
                "{\"text\":\"<img src=x onerror='window.harmed=1'>\"}",
                "{\"severity\":\"critical\",\"project\":\"<img src=x onerror='window.harmed=2'>\",\"category\":\"a\\u202Eb\"}");
        http.store(
                "{\"text\":\"x\"}",
                "{\"severity\":\"<b>odd</b>\",\"project\":\"" + "Langeswort".repeat(40) + "\",\"category\":7}");
        Page page = window.go("/ui/monitoring").page();

        assertThat(page.getByRole(AriaRole.ARTICLE, named("Severity"))).containsText("<b>odd</b>");
        assertThat(page.getByRole(AriaRole.ARTICLE, named("Project"))).containsText("<img src=x");
        assertThat(page.getByRole(AriaRole.ARTICLE, named("Category"))).containsText("aU+202Eb");
        assertThat(page.evaluate("window.harmed === undefined && !document.querySelector('#main img, #main b')"))
                .isEqualTo(true);
        window.checkWidth();
    }

    @Test
    void keyboard_alone_reachesAndReadsThePage(BrowserWindow window) {
        String id = critical("By keyboard");
        Page page = window.go("/ui/").page();
        page.keyboard().press("g");
        page.keyboard().press("m");
        assertThat(page.locator("h1")).hasText("Monitoring");
        period(page, "24h").focus();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(period(page, "7d")).hasAttribute("aria-current", "true");
        assertThat(period(page, "7d")).isFocused();
        page.keyboard().press("j");
        assertThat(page.locator("#open-" + id)).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#drawer-title")).isFocused();
        page.locator("#monitoring").dispatchEvent("live");
        page.keyboard().press("Escape");
        assertThat(page.locator("#drawer")).isHidden();
        assertThat(page.locator("#open-" + id)).isFocused();
    }

    @Test
    void phone_showsEverythingWithinItsWidth(@Phone BrowserWindow window) {
        critical("Langeswortohneleerzeichen".repeat(20));
        Page page = window.go("/ui/monitoring").page();
        window.checkWidth();
        period(page, "1h").tap();
        assertThat(page.getByText("Events per minute")).isVisible();
        for (String table : List.of("#process-table", "#events-table", "#cache-table")) {
            page.locator(table + " summary").tap();
            assertThat(page.locator(table)).hasAttribute("open", "");
        }
        window.checkWidth();
        window.checkAccessibility();
    }

    @Test
    void address_withAValueThatCannotBe_isAPage(BrowserWindow window) {
        Page page = window.expectFailuresOf("/ui/monitoring")
                .go("/ui/monitoring?period=1y")
                .page();

        assertThat(page.locator("main")).containsText("'period': Input should be '1h', '24h', '7d' or '30d'.");
        window.go("/ui/monitoring?sort=name");
        assertThat(page.locator("main")).containsText("'sort': Input should be 'route', 'count'");
        window.checkAccessibility();
    }

    private String critical(String text) {
        return http.store("{\"text\":\"" + text + "\"}", "{\"severity\":\"critical\",\"project\":\"alpha\"}")
                .id();
    }

    private static Locator banner(Page page) {
        return page.locator(".banner");
    }

    private static Locator period(Page page, String parameter) {
        return page.locator("#period-" + parameter);
    }

    private static String readAt(Page page) {
        return page.locator("#monitoring").getAttribute("data-read-at");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
