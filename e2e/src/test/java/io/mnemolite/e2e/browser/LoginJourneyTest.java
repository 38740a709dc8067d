package io.mnemolite.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.mnemolite.e2e.LocalServers;
import io.mnemolite.e2e.PackagedServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with an API key, seen by a browser. */
@Journey
class LoginJourneyTest {

    private static final String KEY = "correct-horse-battery-staple";

    @Test
    void browser_signsInWorksAndSignsOut(BrowserWindow window, @TempDir Path folder) {
        try (PackagedServer server = LocalServers.start(
                folder.resolve("home"), Map.of("EMBEDDING_MODE", "mock", "MNEMOLITE_API_KEY", KEY))) {
            window.on(server)
                    .expectFailuresOf("/ui/login")
                    .expectFailuresOf("/ui/overview")
                    .expectFailuresOf("/ui/events/");
            Page page = window.go("/ui/?limit=12").page();
            assertThat(page).hasTitle("Sign in · MnemoLite");
            window.checkAccessibility();
            page.getByLabel("API key").fill("wrong");
            page.getByLabel("API key").press("Enter");
            assertThat(page.locator("#key-problem")).containsText("That is not the key");
            window.checkAccessibility();
            page.getByLabel("API key").fill(KEY);
            page.getByLabel("API key").press("Enter");

            assertThat(page).hasURL(Pattern.compile(".*/ui/\\?limit=12$"));
            assertThat(page.locator("#live-state")).hasText("Live");
            Object status = page.evaluate(
                    "async () => (await fetch('/v1/events/', {method: 'POST',"
                            + " headers: {'Content-Type': 'application/json'}, body: '{\"content\":{\"text\":\"kept\"}}'})).status");
            org.assertj.core.api.Assertions.assertThat(status).isEqualTo(201);
            assertThat(page.locator(".event-card")).containsText("kept");

            // The session ends somewhere else, while this page is open.
            page.context().clearCookies();
            page.locator(".event-card a").first().click();
            assertThat(page.locator("#drawer .failure-sentence"))
                    .hasText("You are signed out, or the key of the server has changed.");
            window.checkAccessibility();
            page.locator("#drawer").getByText("Sign in").click();
            page.getByLabel("API key").fill(KEY);
            page.getByLabel("API key").press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*/ui/\\?limit=12&event=.*"));
            assertThat(page.locator("#drawer")).containsText("kept");
            page.locator("#drawer").getByLabel("Close").click();

            page.getByLabel("Sign out").click();
            assertThat(page).hasTitle("Sign in · MnemoLite");
            window.go("/ui/");
            assertThat(page).hasTitle("Sign in · MnemoLite");
        }
    }
}
