package io.mnemolite.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.SharedServer;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every page asks for while it loads is late and fails in turn, on a very wide screen. */
@Journey
class LoadingJourneyTest {

    private static final String SENTENCE = "The database is being restarted.";

    private static String event = "";
    private static String symbol = "";

    @BeforeAll
    static void store() {
        Http http = SharedServer.emptied();
        event = http.store("{\"text\":\"A page is more than its first answer\"}", "{\"project\":\"alpha\"}")
                .id();
        SampleCode.store(http);
        symbol = SampleCode.symbol(http, "Order.total");
    }

    static Stream<String> addresses() {
        return Stream.of(
                "/ui/?event=" + event,
                "/ui/search?q=page",
                "/ui/code/",
                "/ui/code/search?q=total",
                "/ui/code/graph?symbol=" + symbol,
                "/ui/code/symbol/" + symbol,
                "/ui/code/repos",
                "/ui/code/upload");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void page_whoseRequestsFailOrAreLate_staysUsable(String address, BrowserWindow window) {
        Page page = window.page();
        page.setViewportSize(2560, 1440);
        for (String path : requests(window, address)) {
            late(window, address, path);
            failing(window, address, path);
        }
        window.checkWidth();
    }

    private static void late(BrowserWindow window, String address, String path) {
        Page page = window.page();
        Queue<Route> held = new ArrayDeque<>();
        page.route(url -> path(url).equals(path), held::add);
        window.go(address);
        page.waitForCondition(() -> !held.isEmpty());
        assertThat(page.locator("h1")).isVisible();
        page.keyboard().press("Control+k");
        assertThat(page.locator("#palette")).isVisible();
        page.keyboard().press("Escape");
        page.unrouteAll();
        held.forEach(Route::resume);
        assertThat(page.locator(".skeleton")).hasCount(0);
        assertThat(page.locator(".failure-sentence")).hasCount(0);
    }

    private static void failing(BrowserWindow window, String address, String path) {
        Page page = window.expectFailuresOf(path).page();
        page.route(url -> path(url).equals(path), route -> DashboardJourneyTest.problem(route, SENTENCE));
        window.go(address);
        assertThat(page.locator("h1")).isVisible();
        if (path.equals("/health")) {
            assertThat(page.locator("#server-status")).containsText("Degraded");
        } else if (!isQuiet(page, path)) {
            Locator failure = page.locator(".failure-sentence");
            assertThat(failure).hasText(SENTENCE);
            page.unrouteAll();
            page.locator("[data-retry]").click();
            assertThat(failure).hasCount(0);
        }
        page.unrouteAll();
    }

    /** The paths that scripts of the page ask for until it is at rest. */
    private static Set<String> requests(BrowserWindow window, String address) {
        Set<String> paths = new LinkedHashSet<>();
        window.page().onRequest(request -> {
            if (isOfScript(request)) {
                paths.add(path(request.url()));
            }
        });
        window.go(address);
        assertThat(window.page().locator("#server-status")).containsText("Healthy");
        assertThat(window.page().locator(".skeleton")).hasCount(0);
        assertThat(paths).contains("/health");
        return new LinkedHashSet<>(paths);
    }

    private static boolean isOfScript(Request request) {
        return request.resourceType().equals("xhr") || request.resourceType().equals("fetch");
    }

    /** Whether the page can do without it, so that nothing is said. */
    private static boolean isQuiet(Page page, String path) {
        return page.locator("[data-quiet-failure][hx-get^='" + path + "']").count() > 0;
    }

    private static String path(String url) {
        return URI.create(url).getPath();
    }
}
