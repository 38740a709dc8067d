package io.mnemolite.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.SharedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /ui/code/}. */
@Journey
class CodeDashboardJourneyTest {

    private final Http http = SharedServer.http();

    @BeforeEach
    void store() {
        SampleCode.store(http);
    }

    @Test
    void figures_comeAfterThePage_andLeadToSymbols(BrowserWindow window) {
        Page page = window.go("/ui/code/").page();
        assertThat(page.locator(".code-tiles")).containsText("Files4");
        assertThat(page.locator(".shares li").first()).containsText("java");
        assertThat(page.locator("svg[role=img]").first())
                .hasAttribute("aria-label", "Functions and methods by cyclomatic complexity: 6 in all, 0 over 12.");
        window.checkAccessibility();
        window.checkWidth();
        page.locator(".complex a").first().click();
        assertThat(page.locator("h1")).containsText("Order.total");
    }

    @Test
    void figures_failing_areSaid(@Phone BrowserWindow window) {
        window.expectFailuresOf("/ui/code/figures");
        Page page = window.page();
        page.route("**/ui/code/figures", route -> DashboardJourneyTest.problem(route, "The database is away."));
        window.go("/ui/code/");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The database is away.");
        page.unrouteAll();
        page.getByText("Try again").click();
        assertThat(page.locator(".code-tiles")).isVisible();
        window.checkWidth();
        window.checkAccessibility();
        SampleCode.clear(http);
        window.go("/ui/code/");
        assertThat(page.locator("#index-command")).hasText("./mnemolite index DIR");
        window.checkAccessibility();
    }
}
