package io.mnemolite.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.SharedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each request that a page makes fails in turn: what failed is said in the API's words, and nothing is lost. */
@Journey
class FailureJourneyTest {

    private static final String SENTENCE = "The disk is full, so nothing can be written.";

    private final Http http = SharedServer.emptied();
    private String id = "";

    @BeforeEach
    void store() {
        id = http.store("{\"text\":\"Kept whatever happens\"}", "{\"project\":\"alpha\"}")
                .id();
    }

    @Test
    void change_failing_keepsWhatWasTyped(BrowserWindow window) {
        Page page = failing(window, "/v1/events/" + id).go("/ui/?event=" + id).page();
        Locator drawer = page.locator("#drawer");
        drawer.getByText("Edit").click();
        drawer.getByLabel("A JSON object").fill("{\"project\":\"beta\"}");
        drawer.getByText("Save").click();

        assertThat(drawer.locator(".failure-text")).hasText(SENTENCE);
        assertThat(drawer.getByLabel("A JSON object")).hasValue("{\"project\":\"beta\"}");
        page.unrouteAll();
        drawer.getByText("Save").click();
        assertThat(drawer.locator("#metadata-pairs")).containsText("beta");
    }

    @Test
    void deletion_failing_bringsTheEventBack(BrowserWindow window) {
        Page page = failing(window, "/v1/events/" + id).go("/ui/?event=" + id).page();
        page.locator("#drawer").getByText("Delete").click();
        page.getByText("Dismiss").click();

        assertThat(page.locator("#toasts")).containsText("Not deleted. " + SENTENCE);
        assertThat(page.locator("#event-" + id)).isVisible();
        assertThat(http.get("/v1/events/" + id).status()).isEqualTo(200);
    }

    @Test
    void neighbours_failing_leaveTheRest(BrowserWindow window) {
        String path = "/ui/events/" + id + "/neighbours";
        Page page = failing(window, path).go("/ui/?event=" + id).page();
        Locator drawer = page.locator("#drawer");

        assertThat(drawer.locator(".failure-sentence")).hasText(SENTENCE);
        assertThat(drawer).containsText("Kept whatever happens");
        page.unrouteAll();
        drawer.getByText("Try again").click();
        assertThat(drawer).containsText("No other event has a vector that could be near.");
    }

    @Test
    void export_failing_isSaid(BrowserWindow window) {
        Page page = failing(window, "/v1/search/")
                .go("/ui/search?mode=lexical&q=whatever")
                .page();
        page.getByText("Export JSON Lines").click();

        assertThat(page.locator("#toasts")).containsText("Not exported. " + SENTENCE);
        page.keyboard().press("Control+k");
        page.keyboard().type("dash");
        assertThat(page.locator("#palette-list")).containsText("Dashboard");
    }

    @Test
    void event_thatIsGone_isSaid(@Phone BrowserWindow window) {
        String gone = "01890a5d-ac96-774b-bcce-b302099a8057";
        Page page = window.expectFailuresOf("/ui/events/" + gone)
                .go("/ui/?event=" + gone)
                .page();

        assertThat(page.locator("#drawer")).containsText("Event " + gone + " was not found");
        window.checkAccessibility();
        page.locator("#drawer").getByLabel("Close").tap();
        assertThat(page.locator("#drawer")).isHidden();
    }

    @Test
    void address_withAValueThatCannotBe_isAPage(BrowserWindow window) {
        Page page =
                window.expectFailuresOf("/ui/?period=9d").go("/ui/?period=9d").page();

        assertThat(page.locator("main")).containsText("'period': Input should be '24h', '7d' or '30d'.");
        window.checkAccessibility();
    }

    private static BrowserWindow failing(BrowserWindow window, String path) {
        window.expectFailuresOf(path);
        window.page().route(url -> url.contains(path), route -> DashboardJourneyTest.problem(route, SENTENCE));
        return window;
    }
}
