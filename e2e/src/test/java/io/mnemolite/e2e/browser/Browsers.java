package io.mnemolite.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one browser of all journeys; it ends with the JVM. It is the system's Chromium, preferably the one without windows,
 * which needs a third less of the processor. {@code MNEMOLITE_BROWSER} in the environment names the program of another
 * Chromium, or with {@code firefox}, {@code webkit} or {@code chromium} one that Playwright has installed.
 */
final class Browsers {

    private static final List<String> CHROMIUM =
            List.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser");

    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** How long anything may take to appear in a page before its journey fails. */
    static final int LONGEST_WAIT_MILLIS = 20_000;

    private static @Nullable Browser browser;

    private Browsers() {}

    static synchronized Browser browser() {
        Browser running = browser;
        if (running == null) {
            running = launch();
            browser = running;
        }
        return running;
    }

    private static Browser launch() {
        // Playwright waits 5 s unless told, which is the very period in which the pages ask for what is new.
        PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT_MILLIS);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        String wanted = System.getenv().getOrDefault("MNEMOLITE_BROWSER", "");
        return switch (wanted) {
            case "firefox" -> playwright.firefox().launch();
            case "webkit" -> playwright.webkit().launch();
            case "chromium" -> playwright.chromium().launch();
            default ->
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(wanted.isEmpty() ? chromium() : Path.of(wanted))
                                .setArgs(ARGUMENTS));
        };
    }

    private static Path chromium() {
        return CHROMIUM.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "There is no Chromium at " + CHROMIUM + "; './dev e2e' installs it, or says how."));
    }
}
