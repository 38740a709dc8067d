package io.mnemolite.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mnemolite.e2e.LocalServers;
import io.mnemolite.e2e.PackagedServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /ui/monitoring} of a server whose database does not answer. */
@Journey
class MonitoringOutageJourneyTest {

    @Test
    void databaseAway_isTheReason_andTheProcessStillShows(BrowserWindow window, @TempDir Path folder) {
        Map<String, String> environment = Map.of(
                "EMBEDDING_MODE",
                "mock",
                "DATABASE_URL",
                "postgresql://nobody:nothing@127.0.0.1:" + LocalServers.freePort() + "/nowhere");
        try (PackagedServer server = LocalServers.start(folder.resolve("home"), environment)) {
            Page page = window.on(server)
                    .expectFailuresOf("/health")
                    .go("/ui/monitoring")
                    .page();

            assertThat(page.locator(".banner")).containsText("Critical");
            String sentence = page.locator(".reasons li").first().innerText();
            for (String title : new String[] {"Events", "Newest critical events"}) {
                assertThat(page.getByRole(
                                AriaRole.REGION,
                                new Page.GetByRoleOptions().setName(title).setExact(true)))
                        .containsText(sentence);
            }
            for (String title : new String[] {"Database", "Vectors of events", "Vectors of code"}) {
                assertThat(article(page, title)).containsText(sentence);
            }
            assertThat(page.locator("#vital-heap .vital-value")).containsText("MB");
            assertThat(article(page, "Event cache")).containsText("of 100");
            assertThat(article(page, "Process")).containsText("Running for");
            window.checkAccessibility();
            window.checkWidth();
            String readAt = page.locator("#monitoring").getAttribute("data-read-at");
            page.getByText("Refresh", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("#monitoring")).not().hasAttribute("data-read-at", readAt);
            assertThat(page.locator(".banner")).containsText(sentence);
        }
    }

    private static Locator article(Page page, String title) {
        return page.getByRole(
                AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(title).setExact(true));
    }
}
