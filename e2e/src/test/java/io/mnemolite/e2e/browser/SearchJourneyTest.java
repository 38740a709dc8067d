package io.mnemolite.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.SharedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /ui/search}. */
@Journey
class SearchJourneyTest {

    private Http http = SharedServer.http();

    @BeforeEach
    void store() {
        http = SharedServer.emptied();
        for (int i = 1; i <= 12; i++) {
            http.store(
                    "{\"text\":\"Harbour report number " + i + ": the ferry was delayed\"}",
                    "{\"project\":\"" + (i <= 3 ? "port" : "sea") + "\"}");
        }
        http.store("{\"text\":\"The retries of the payment service came in storms\"}", "{\"project\":\"billing\"}");
    }

    @Test
    void question_isAnsweredMarkedAndExplained(BrowserWindow window) {
        Page page = window.go("/ui/search").page();
        assertThat(page.getByLabel("Search for")).isFocused();
        window.checkAccessibility();
        page.keyboard().type("retry storm");
        page.keyboard().press("Enter");

        Locator first = page.locator(".hit").first();
        assertThat(first.locator("mark")).hasText(new String[] {"retries", "storms"});
        assertThat(page).hasURL(Pattern.compile(".*/ui/search\\?q=retry(\\+|%20)storm$"));
        first.getByText("Why this result").click();
        assertThat(first.locator("details")).containsText("By wordsplace 1, BM25 score");
        assertThat(first.locator("details")).containsText("Together");
        window.checkAccessibility();
        window.checkWidth();
        first.getByRole(AriaRole.LINK).click();
        assertThat(page.locator("#drawer")).containsText("The retries of the payment service");
    }

    @Test
    void results_canBePagedSentAgainAndExported(BrowserWindow window) throws IOException {
        Page page = window.go("/ui/search?mode=lexical&q=ferry").page();
        assertThat(page.locator("#results-title")).hasText("12 results");
        assertThat(page.locator(".hit")).hasCount(10);
        JsonNode again = http.post(
                        "/v1/search/", page.locator("#export-results").getAttribute("data-body"))
                .json();
        assertThat(StreamSupport.stream(again.path("events").spliterator(), false)
                        .map(event -> "event-" + event.path("id").asText())
                        .toList())
                .isEqualTo(ids(page));
        assertThat(page.locator("#query-curl")).containsText("/v1/search/");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Next"))
                .click();
        assertThat(page.getByText("11 to 12 of 12")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*page=2$"));
        page.goBack();
        assertThat(page.getByText("1 to 10 of 12")).isVisible();
        Download download =
                page.waitForDownload(() -> page.getByText("Export JSON Lines").click());
        assertThat(Files.readAllLines(download.path()))
                .hasSize(12)
                .allSatisfy(line -> assertThat(
                                Http.tree(line).path("content").path("text").asText())
                        .contains("ferry"));
        assertThat(page.locator("#toasts")).containsText("Exported 12 of 12 results.");
    }

    @Test
    void filters_alone_listNewestFirst_andImpossibleOnesAreExplained(BrowserWindow window) {
        Page page = window.go("/ui/search").page();
        page.getByLabel("Metadata contains").fill("project=port");
        page.getByLabel("Metadata contains").press("Enter");
        assertThat(page.locator("#results-title")).hasText("3 results");
        page.getByLabel("Metadata contains").fill("project");
        page.getByLabel("Metadata contains").press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("write key=value pairs such as project=alpha");
        page.getByLabel("Metadata contains").fill("{\"project\":\"nowhere\"}");
        page.getByLabel("Metadata contains").press("Enter");
        assertThat(page.locator("#search-answer"))
                .containsText("No event has metadata that contains {\"project\":\"nowhere\"}.");
        window.checkAccessibility();
        page.getByText("Without the filters").click();
        assertThat(page.getByText("Find what is remembered")).isVisible();
    }

    @Test
    void phone_searchesByWords(@Phone BrowserWindow window) {
        Page page = window.go("/ui/search").page();
        page.getByText("Words", new Page.GetByTextOptions().setExact(true)).tap();
        page.getByLabel("Search for").fill("payment");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Search").setExact(true))
                .tap();
        assertThat(page.locator("#results-title")).hasText("1 result");
        assertThat(page.locator(".hit mark")).hasText("payment");
        page.getByText("Filters").tap();
        assertThat(page.getByLabel("From (UTC)")).isVisible();
        window.checkWidth();
        window.checkAccessibility();
    }

    @Test
    void keyboard_alone_searchesWalksAndOpens(BrowserWindow window) {
        Page page = window.go("/ui/search?q=ferry&mode=lexical").page();
        page.keyboard().press("/");
        assertThat(page.getByLabel("Search for")).isFocused();
        page.keyboard().press("Control+a");
        page.keyboard().type("payment");
        page.keyboard().press("Enter");
        assertThat(page.locator("#results-title")).hasText("1 result");
        page.getByLabel("Search for").blur();
        page.keyboard().press("j");
        page.keyboard().press("Enter");

        assertThat(page.locator("#drawer")).containsText("payment service");
    }

    @Test
    void answer_slowThenFailing_isShownAsSuch(BrowserWindow window) {
        window.expectFailuresOf("/ui/search");
        List<Route> held = new ArrayList<>();
        Page page = window.go("/ui/search").page();
        page.route("**/ui/search?*", held::add);
        page.getByLabel("Search for").fill("ferry");
        page.getByLabel("Search for").press("Enter");
        assertThat(page.locator("#search-answer")).hasClass(Pattern.compile(".*htmx-request.*"));
        page.waitForCondition(() -> !held.isEmpty());
        DashboardJourneyTest.problem(held.getFirst(), "The search index is being rebuilt; 40 % are done.");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The search index is being rebuilt; 40 % are done.");
        window.checkAccessibility();
        page.unroute("**/ui/search?*");
        page.getByText("Try again").click();

        assertThat(page.locator("#results-title")).containsText("results");
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
    }

    @Test
    void page_withResults_isReadAsThis(BrowserWindow window) {
        Page page = window.go("/ui/search?q=payment&mode=lexical").page();

        assertThat(page.getByRole(AriaRole.MAIN)).matchesAriaSnapshot("""
                - main:
                  - heading "Search" [level=1]
                  - search:
                    - searchbox "Search for": payment
                    - button "Search"
                    - group "How to search":
                      - radio "Hybrid"
                      - radio "Meaning"
                      - radio "Words" [checked]
                    - group:
                      - searchbox "Metadata contains"
                      - textbox "From (UTC)"
                      - textbox "To (UTC)"
                  - region "1 result":
                    - status:
                      - heading "1 result" [level=2]
                    - list:
                      - listitem:
                        - link /just now/
                        - paragraph:
                          - text: The retries of the
                          - mark: payment
                          - text: service came in storms
                    - navigation "Pages of results"
                  - complementary "This very search"
                """);
    }

    private static List<String> ids(Page page) {
        return page.locator(".hit").all().stream()
                .map(hit -> hit.getAttribute("id"))
                .toList();
    }
}
