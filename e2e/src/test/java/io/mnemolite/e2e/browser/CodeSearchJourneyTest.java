package io.mnemolite.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.SharedServer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /ui/code/search}. */
@Journey
class CodeSearchJourneyTest {

    private final Http http = SharedServer.http();

    @BeforeEach
    void store() {
        SampleCode.store(http);
    }

    @Test
    void words_findAChunkThatLeadsToItsSymbol(BrowserWindow window) {
        Page page = window.go("/ui/code/search").page();
        assertThat(page.getByLabel("Search the code for")).isFocused();
        window.checkAccessibility();

        page.locator("#code-search-form").getByText("Words").click();
        page.getByLabel("Search the code for").fill("adds up costs");
        page.keyboard().press("Enter");

        Locator first = page.locator(".code-hit").first();
        assertThat(first.locator(".code-name")).hasText("Order.total");
        assertThat(first.locator(".code-line").first()).hasAttribute("data-line", Pattern.compile("[89]"));
        assertThat(first.locator(".k").first()).hasText("public");
        assertThat(first.locator(".code-line:has(.c)").first()).containsText("Adds up what each item costs");
        first.getByText("Why this result").click();
        assertThat(first.locator("dl")).containsText("By wordsplace 1, score");
        window.checkAccessibility();
        window.checkWidth();
        first.locator(".code-name a").click();
        assertThat(page).hasURL(Pattern.compile(".*/ui/code/symbol/[0-9a-f-]{36}$"));
        assertThat(page.locator("h1")).containsText("Order.total");
    }

    @Test
    void literalAndRegex_showLinesGroupedByFile(BrowserWindow window) {
        Page page = window.go("/ui/code/search?mode=literal&q=Price.AMOUNT&any_case=true")
                .page();
        assertThat(page.locator("#results-title")).hasText("1 line in 1 file");
        assertThat(page.locator(".code-line.is-hit mark")).hasText(new String[] {"price.", "amount"});
        assertThat(page.locator(".passage-in")).containsText("Order.total");

        page.getByText("Regex", new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("Search the code for").fill("public (class|int)");
        page.getByLabel("Search the code for").press("Enter");
        assertThat(page.locator("#results-title")).hasText("4 lines in 2 files");

        page.getByLabel("Search the code for").fill("(");
        page.getByLabel("Search the code for").press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        window.checkAccessibility();
    }

    @Test
    void filters_narrow_andHostileSourceDoesNothing(BrowserWindow window) {
        Page page = window.go("/ui/code/search?mode=literal&q=onerror").page();
        assertThat(page.locator(".code-line.is-hit")).containsText("<img src=x onerror=alert(1)>");
        page.getByLabel("Path contains").fill("tools");
        page.getByLabel("Path contains").press("Enter");
        assertThat(page.getByText("Nothing was found")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*path=tools.*"));
        page.getByText("Without the filters").click();
        assertThat(page.locator(".code-line.is-hit")).hasCount(1);
    }

    @Test
    void nothingIndexed_saysTheCommand(@Phone BrowserWindow window) {
        SampleCode.clear(http);
        Page page = window.go("/ui/code/search").page();
        assertThat(page.locator("#index-command")).hasText("./mnemolite index DIR");
        window.checkAccessibility();
    }

    @Test
    void phone_searches(@Phone BrowserWindow window) {
        Page page = window.go("/ui/code/search?q=monthly+report&mode=lexical").page();
        assertThat(page.locator(".code-name").first()).hasText("monthly_report");
        window.checkWidth();
        window.checkAccessibility();
    }

    @Test
    void answer_failing_isSaidAndCanBeTriedAgain(BrowserWindow window) {
        Page page =
                window.expectFailuresOf("/ui/code/search").go("/ui/code/search").page();
        page.route("**/ui/code/search?*", route -> DashboardJourneyTest.problem(route, "The index is being rebuilt."));
        page.getByLabel("Search the code for").fill("total");
        page.getByLabel("Search the code for").press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The index is being rebuilt.");
        page.unroute("**/ui/code/search?*");
        page.getByText("Try again").click();
        assertThat(page.locator(".code-hit").first()).isVisible();
    }
}
