package io.mnemolite.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every page has: navigation, themes, the palette, shortcuts, failures. */
@Journey
class FrameJourneyTest {

    @Test
    void root_ofABrowser_isTheDashboard(BrowserWindow window) {
        window.go("/");

        assertThat(window.page()).hasURL(Pattern.compile(".*/ui/$"));
        assertThat(window.page()).hasTitle("Dashboard · MnemoLite");
        assertThat(window.page().locator("#server-status")).containsText("Healthy");
        window.checkAccessibility();
        window.checkWidth();
    }

    @Test
    void theme_chosen_isThereOnTheNextPageAtOnce(BrowserWindow window) {
        Page page = window.go("/ui/").page();
        page.getByLabel("Switch between dark and light").click();

        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
    }

    @Test
    void palette_byKeyboard_leadsToAPage(BrowserWindow window) {
        Page page = window.expectFailuresOf("/ui/nothing-here")
                .go("/ui/nothing-here")
                .page();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Not found");
        page.keyboard().press("Control+k");
        window.checkAccessibility();
        page.keyboard().type("dash");
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(1);
        page.keyboard().press("Enter");

        assertThat(page).hasTitle("Dashboard · MnemoLite");
    }

    @Test
    void shortcuts_questionMark_showsThem(BrowserWindow window) {
        Page page = window.go("/ui/").page();
        page.keyboard().press("?");

        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Find anything");
        window.checkAccessibility();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    @Test
    void navigation_onAPhone_opensAndCloses(@Phone BrowserWindow window) {
        Page page = window.go("/ui/").page();
        Locator navigation = page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Pages"));
        assertThat(navigation).isHidden();
        page.getByLabel("Menu").tap();

        assertThat(navigation).isVisible();
        window.checkAccessibility();
        window.checkWidth();
        page.keyboard().press("Escape");
        assertThat(navigation).isHidden();
    }
}
