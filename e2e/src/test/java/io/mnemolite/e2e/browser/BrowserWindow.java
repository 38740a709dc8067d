package io.mnemolite.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.mnemolite.e2e.PackagedServer;
import io.mnemolite.e2e.SharedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A window of the browser, with cookies of its own, on one server. It notes whatever should not happen: errors on the console
 * (violations of the policy are among them), answers of 400 and above, and requests to anybody else; a journey names those
 * that it means to cause.
 */
final class BrowserWindow {

    /** What htmx writes when a newer request takes the place of one; of a request that failed it writes more than that. */
    private static final Set<String> REPLACED = Set.of("htmx:afterRequest", "htmx:sendAbort");

    private static final int MOST_SCRIPT = 200 * 1024;

    /**
     * With {@code -Dmnemolite.browser.traces=true} the record of a failure holds a snapshot before and after each step, which
     * takes a good part of a journey's time.
     */
    private static final boolean TRACES = Boolean.getBoolean("mnemolite.browser.traces");

    private final BrowserContext context;
    private final Page page;
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private PackagedServer server = SharedServer.server();

    private BrowserWindow(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(Browsers.LONGEST_WAIT_MILLIS);
        if (TRACES) {
            context.tracing()
                    .start(new Tracing.StartOptions().setScreenshots(false).setSnapshots(true));
        }
        this.page = context.newPage();
        page.onConsoleMessage(this::heard);
        page.onPageError(error -> problems.add("error: " + error));
        page.onResponse(this::answered);
        page.onRequest(this::asked);
    }

    static BrowserWindow open(boolean isPhone) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setColorScheme(ColorScheme.DARK)
                // Colours in between two states are nobody's to judge.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-GB")
                .setTimezoneId("UTC");
        if (isPhone) {
            options.setViewportSize(360, 740).setHasTouch(true);
        } else {
            options.setViewportSize(1280, 800);
        }
        return new BrowserWindow(Browsers.browser().newContext(options));
    }

    /** Another server than the shared one. */
    BrowserWindow on(PackagedServer other) {
        server = other;
        return this;
    }

    Page page() {
        return page;
    }

    /** Goes to a path of the server. */
    BrowserWindow go(String path) {
        page.navigate(server.url() + path);
        return this;
    }

    /** The pages come in this theme from now on. */
    BrowserWindow theme(ColorScheme theme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        return this;
    }

    /** Answers below this path may fail, which the journey is about. */
    BrowserWindow expectFailuresOf(String path) {
        expected.add(path);
        return this;
    }

    /** No violation of WCAG 2.2 AA that a machine can find, in either theme. */
    void checkAccessibility() {
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true);
        check(axe.withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")));
        // Themes differ by nothing but colours.
        theme(ColorScheme.LIGHT);
        check(new AxeBuilder(page).setLegacyMode(true).withRules(List.of("color-contrast", "link-in-text-block")));
        theme(ColorScheme.DARK);
    }

    /** At most 200 KB of script, compressed as it came; a page with a graph may have more. */
    void checkScripts() {
        Object bytes = page.evaluate("""
                () => performance.getEntriesByType('resource')
                    .filter(one => new URL(one.name).pathname.endsWith('.js'))
                    .reduce((sum, one) => sum + one.encodedBodySize, 0)""");
        assertThat(((Number) bytes).intValue())
                .as("bytes of script at " + page.url())
                .isPositive()
                .isLessThanOrEqualTo(MOST_SCRIPT);
    }

    private void check(AxeBuilder axe) {
        axe.analyze()
                .getViolations()
                .forEach(rule -> rule.getNodes()
                        .forEach(node -> problems.add(
                                rule.getId() + " at " + node.getHtml() + ": " + node.getFailureSummary())));
    }

    /** Nothing reaches beyond the right edge. */
    void checkWidth() {
        Object overflow =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (!Integer.valueOf(0).equals(overflow)) {
            problems.add("The page is " + overflow + " px wider than the window");
        }
    }

    /** Drops a file or folder onto an element, as if it were dragged from the desktop. Chromium's own protocol: others have none. */
    void drop(Path path, Locator onto) {
        BoundingBox box = onto.boundingBox();
        JsonObject data = new JsonObject();
        JsonArray files = new JsonArray();
        files.add(path.toString());
        data.add("items", new JsonArray());
        data.add("files", files);
        data.addProperty("dragOperationsMask", 1);
        CDPSession session = context.newCDPSession(page);
        for (String type : List.of("dragEnter", "dragOver", "drop")) {
            JsonObject event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("x", box.x + box.width / 2);
            event.addProperty("y", box.y + box.height / 2);
            event.add("data", data);
            session.send("Input.dispatchDragEvent", event);
        }
        session.detach();
    }

    List<String> problems() {
        return problems;
    }

    /** @param records where to keep what led to a failure; null when there was none */
    void close(@Nullable Path records) {
        if (records == null) {
            context.close();
            return;
        }
        try {
            Files.createDirectories(records);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(records.resolve("page.png"))
                    .setFullPage(true));
            Files.writeString(records.resolve("page.html"), page.content());
            if (TRACES) {
                context.tracing().stop(new Tracing.StopOptions().setPath(records.resolve("trace.zip")));
            }
            Files.writeString(records.resolve("server.log"), server.output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            context.close();
        }
    }

    private void heard(ConsoleMessage message) {
        if (message.type().equals("error")
                && !REPLACED.contains(message.text())
                && !isExpected(message.location())
                && !names(message.text())) {
            problems.add("console: " + message.text() + " (" + message.location() + ")");
        }
    }

    private void answered(Response response) {
        if (response.status() >= 400 && !isExpected(response.url())) {
            problems.add("answer: " + response.status() + " of " + response.url());
        }
    }

    private void asked(Request request) {
        String url = request.url();
        if (!url.startsWith(server.url()) && !url.startsWith("data:") && !url.startsWith("blob:")) {
            problems.add("foreign request: " + url);
        }
    }

    /** htmx repeats a refused answer in words of its own. */
    private boolean names(String text) {
        return expected.stream().anyMatch(path -> text.startsWith("Response Status Error Code") && text.contains(path));
    }

    private boolean isExpected(String url) {
        return expected.stream().anyMatch(path -> url.contains(server.url() + path));
    }
}
