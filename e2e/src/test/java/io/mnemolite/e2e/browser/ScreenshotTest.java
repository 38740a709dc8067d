package io.mnemolite.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.LocalServers;
import io.mnemolite.e2e.PackagedServer;
import io.mnemolite.e2e.SharedServer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pictures of the guide: every page in both themes. With {@code -Dmnemolite.update-screenshots=true} they are written to
 * docs/guide/screenshots; otherwise this only sees that each page comes to rest.
 */
@Journey
class ScreenshotTest {

    private static final boolean UPDATES = Boolean.getBoolean("mnemolite.update-screenshots");

    @Test
    void dashboardAndSearch(BrowserWindow window, @TempDir Path folder) {
        if (!UPDATES) {
            SharedServer.emptied();
            takeAll(window, SharedServer.server());
            return;
        }
        // The built-in model, so that distances are as people see them.
        try (PackagedServer server = LocalServers.start(folder.resolve("home"), Map.of())) {
            window.on(server);
            takeAll(window, server);
        }
    }

    private static void takeAll(BrowserWindow window, PackagedServer server) {
        Http http = server.http();
        SampleEvents.store(http, 99);
        SampleCode.storeSources(http);
        String id = SampleEvents.newest(http);
        Map<String, String> nodes = SampleGraph.store(http, id);
        for (ColorScheme theme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            window.theme(theme);
            take(window, "/ui/", ".event-card", "dashboard", theme);
            take(window, "/ui/?event=" + id, "#drawer .neighbours", "event", theme);
            take(window, "/ui/search?q=retries+after+the+deployment", ".hit", "search", theme);
            take(window, "/ui/graph?node=" + nodes.get("Retry storm"), "#selected .edge-row", "graph", theme);
            takeCode(window, http, theme);
            take(window, "/ui/monitoring", ".event-card", "monitoring", theme);
        }
    }

    private static void takeCode(BrowserWindow window, Http http, ColorScheme theme) {
        String symbol = SampleCode.symbol(http, "ReciprocalRankFusion.fuse");
        take(window, "/ui/code/search?q=fuse+two+rankings&mode=lexical", ".code-hit", "code-search", theme);
        take(window, "/ui/code/symbol/" + symbol, ".relations", "code-symbol", theme);
        take(window, "/ui/code/graph?symbol=" + symbol, "#graph[data-ready]", "code-graph", theme);
        take(window, "/ui/code/repos", ".repository", "code-repositories", theme);
        take(window, "/ui/code/", ".complex", "code-overview", theme);
        take(window, "/ui/code/upload", "#drop", "code-upload", theme);
    }

    /** Goes to the page, waits for {@code rest} to be seen, and takes its picture. */
    static void take(BrowserWindow window, String path, String rest, String name, ColorScheme theme) {
        Page page = window.go(path).page();
        assertThat(page.locator(rest).first()).isVisible();
        assertThat(page.locator("#server-status")).containsText("Healthy");
        if (!path.contains("/graph")) {
            window.checkScripts();
        }
        if (UPDATES) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(
                            System.getProperty("mnemolite.project"),
                            "docs/guide/screenshots",
                            name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png")));
        }
    }
}
