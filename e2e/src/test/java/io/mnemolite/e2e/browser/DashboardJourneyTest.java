package io.mnemolite.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.SharedServer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /ui/} and the drawer with one event. */
@Journey
class DashboardJourneyTest {

    private Http http = SharedServer.http();

    @BeforeEach
    void empty() {
        http = SharedServer.emptied();
    }

    @Test
    void emptyStore_saysWhatToDo_andTheFirstEventAppearsByItself(BrowserWindow window) {
        Page page = window.go("/ui/").page();
        assertThat(page.locator("#overview")).containsText("./mnemolite remember");
        window.checkAccessibility();

        String id = http.store("{\"text\":\"The first one\"}", "{\"project\":\"alpha\"}")
                .id();

        assertThat(card(page, id)).containsText("The first one");
        assertThat(page.locator("#total")).hasText("1");
    }

    @Test
    void page_withEvents_isReadAsThis(BrowserWindow window) {
        http.store("{\"text\":\"We chose PostgreSQL\"}", "{\"project\":\"alpha\",\"severity\":\"critical\"}");
        Page page = window.go("/ui/").page();

        assertThat(page.getByRole(AriaRole.MAIN)).matchesAriaSnapshot("""
                - main:
                  - heading "Dashboard" [level=1]
                  - search "Filters":
                    - group:
                      - searchbox "Project"
                      - searchbox "Category"
                      - searchbox "Type"
                      - combobox "Period"
                      - combobox "Cards"
                  - region "Figures":
                    - figure /Events per hour/:
                      - heading "Events per hour" [level=2]
                      - 'img /Events per hour, last 24 hours: 1 in all, at most 1, on .* UTC./'
                  - region "Latest events":
                    - heading "Latest events" [level=2]
                    - article:
                      - link /just now/
                      - paragraph: We chose PostgreSQL
                """);
        window.checkAccessibility();
        window.checkWidth();
    }

    @Test
    void filters_liveInTheAddress(BrowserWindow window) {
        http.store("{\"text\":\"one\"}", "{\"project\":\"alpha\",\"type\":\"note\"}");
        http.store("{\"text\":\"two\"}", "{\"project\":\"alpha\"}");
        http.store("{\"text\":\"three\"}", "{\"project\":\"beta\"}");
        Page page = window.go("/ui/").page();
        assertThat(cards(page)).hasCount(3);

        page.getByLabel("Project").fill("alpha");
        page.getByLabel("Project").press("Enter");
        assertThat(cards(page)).hasCount(2);
        assertThat(page).hasURL(Pattern.compile(".*/ui/\\?project=alpha$"));
        page.getByLabel("Type").fill("note");
        page.getByLabel("Type").press("Enter");
        assertThat(cards(page)).hasCount(1);
        page.goBack();
        assertThat(cards(page)).hasCount(2);
        assertThat(page.getByLabel("Type")).hasValue("");
        page.reload();
        assertThat(cards(page)).hasCount(2);
        page.getByLabel("Project").fill("nobody");
        page.getByLabel("Project").press("Enter");
        assertThat(page.locator("#overview")).containsText("No event passes these filters");
        window.checkAccessibility();
        page.getByText("Clear the filters").click();
        assertThat(cards(page)).hasCount(3);
    }

    @Test
    void drawer_changesMetadata(BrowserWindow window) {
        String id = http.store("{\"text\":\"To be changed\"}", "{\"project\":\"alpha\",\"old\":1}")
                .id();
        http.store("{\"text\":\"A neighbour\"}", "{}");
        Page page = window.go("/ui/?event=" + id).page();
        Locator drawer = page.locator("#drawer");
        assertThat(drawer).containsText("To be changed");
        assertThat(drawer.locator(".neighbours")).containsText("A neighbour");
        window.checkAccessibility();

        drawer.getByText("Edit").click();
        Locator text = drawer.getByLabel("A JSON object");
        text.fill("{\"project\":");
        drawer.getByText("Save").click();
        assertThat(drawer.getByRole(AriaRole.ALERT)).containsText("This is not JSON");
        window.checkAccessibility();
        text.fill("{\"project\":\"beta\",\"new\":[true]}");
        drawer.getByText("Save").click();

        assertThat(drawer.locator("#metadata-pairs")).containsText("beta");
        assertThat(http.get("/v1/events/" + id).json().path("metadata").toString())
                .contains("\"project\":\"beta\"", "\"new\":[true]")
                .doesNotContain("old");
        assertThat(card(page, id)).containsText("beta");
    }

    @Test
    void drawer_deletionUndone_losesNothing_andOtherwiseIsSent(BrowserWindow window) {
        String id = http.store("{\"text\":\"Perhaps\"}", "{}").id();
        Page page = window.go("/ui/").page();
        card(page, id).getByRole(AriaRole.LINK).click();
        assertThat(page).hasURL(Pattern.compile(".*event=" + id + "$"));
        page.locator("#drawer").getByText("Delete").click();
        assertThat(card(page, id)).isHidden();
        window.checkAccessibility();
        page.getByText("Undo").click();
        assertThat(card(page, id)).isVisible();
        assertThat(http.get("/v1/events/" + id).status()).isEqualTo(200);

        card(page, id).getByRole(AriaRole.LINK).click();
        page.locator("#drawer").getByText("Delete").click();
        page.getByText("Dismiss").click();
        assertThat(page.locator("#overview")).containsText("Nothing is remembered yet");
        assertThat(http.get("/v1/events/" + id).status()).isEqualTo(404);
    }

    @Test
    void keyboard_alone_opensAndClosesAnEvent(BrowserWindow window) {
        http.store("{\"text\":\"older\"}", "{}");
        String id = http.store("{\"text\":\"newer\"}", "{}").id();
        Page page = window.go("/ui/").page();
        page.keyboard().press("Tab");
        assertThat(page.getByText("Skip to the content")).isFocused();
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        assertThat(page.locator("#open-" + id)).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#drawer-title")).isFocused();
        page.keyboard().press("Escape");

        assertThat(page.locator("#drawer")).isHidden();
        assertThat(page.locator("#open-" + id)).isFocused();
        assertThat(page).hasURL(Pattern.compile(".*/ui/$"));
    }

    @Test
    void phone_showsEverythingWithinItsWidth(@Phone BrowserWindow window) {
        String id = http.store(
                        "{\"text\":\"" + "Langeswortohneleerzeichen".repeat(20) + "\"}",
                        "{\"project\":\"" + "p".repeat(200) + "\",\"category\":\"c\",\"severity\":\"warning\"}")
                .id();
        Page page = window.go("/ui/").page();
        assertThat(page.getByLabel("Project")).isHidden();
        page.getByText("Filters").tap();
        assertThat(page.getByLabel("Project")).isVisible();
        window.checkWidth();
        window.checkAccessibility();
        card(page, id).getByRole(AriaRole.LINK).tap();
        assertThat(page.locator("#drawer")).containsText("Record");
        window.checkAccessibility();
        page.locator("#drawer").getByLabel("Close").tap();
        assertThat(page.locator("#drawer")).isHidden();
    }

    @Test
    void renewal_failing_isSaidAndLeavesThePageReadable(BrowserWindow window) {
        String id = http.store("{\"text\":\"Still here\"}", "{}").id();
        window.expectFailuresOf("/ui/overview");
        Page page = window.go("/ui/").page();
        page.route("**/ui/overview*", route -> problem(route, "The database does not answer."));

        page.locator("#overview").dispatchEvent("live");
        assertThat(page.locator("#live-state")).containsText("Not live");
        assertThat(card(page, id)).containsText("Still here");
        page.unroute("**/ui/overview*");
        page.locator("#overview").dispatchEvent("live");
        assertThat(page.locator("#live-state")).hasText("Live");
    }

    @Test
    void drawer_failing_showsTheSentenceAndTriesAgain(BrowserWindow window) {
        String id = http.store("{\"text\":\"At the second try\"}", "{}").id();
        window.expectFailuresOf("/ui/events/" + id);
        Page page = window.go("/ui/").page();
        page.route("**/ui/events/" + id, route -> problem(route, "The database does not answer."));
        card(page, id).getByRole(AriaRole.LINK).click();
        assertThat(page.locator("#drawer").getByRole(AriaRole.ALERT)).containsText("The database does not answer.");
        window.checkAccessibility();
        page.unroute("**/ui/events/" + id);
        page.getByText("Try again").click();

        assertThat(page.locator("#drawer")).containsText("At the second try");
        assertThat(page.locator("#drawer").getByRole(AriaRole.ALERT)).hasCount(0);
    }

    static void problem(Route route, String sentence) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(503)
                .setContentType("application/json")
                .setBody("{\"detail\":\"" + sentence + "\",\"status\":503}"));
    }

    private static Locator cards(Page page) {
        return page.locator(".event-card");
    }

    private static Locator card(Page page, String id) {
        return page.locator("#event-" + id);
    }
}
