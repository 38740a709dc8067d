package io.mnemolite.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.SharedServer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Events that mean harm are shown as what they are. */
@Journey
class HostileEventJourneyTest {

    private static final String MARKUP =
            "<img src=x onerror=window.harmed=1><script>window.harmed=2</script>{window}{{7*7}}<b>bold</b>";

    private final Http http = SharedServer.emptied();

    @Test
    void markup_isText(BrowserWindow window) {
        String quoted = MARKUP.replace("\"", "\\\"");
        String id = http.store(
                        "{\"text\":\"" + quoted + "\",\"<script>window.harmed=3</script>\":\"" + quoted + "\"}",
                        "{\"project\":\"" + quoted + "\",\"</textarea><script>window.harmed=4</script>\":\"'\\\"><x\"}")
                .id();
        Page page = window.go("/ui/?event=" + id).page();

        assertThat(page.locator("#drawer-text")).hasText(MARKUP);
        assertThat(page.locator("#drawer .neighbours, #drawer .faint").first()).isVisible();
        page.locator("#drawer").getByText("Edit").click();
        assertThat(page.locator("textarea")).hasValue(Pattern.compile(".*</textarea><script>.*", Pattern.DOTALL));
        assertThat(page.locator("#event-" + id)).containsText("<img src=x");
        window.go("/ui/search?mode=lexical&q=" + "bold%3Cscript%3E");
        assertThat(page.locator("#event-" + id + " mark").first()).hasText("script");
        assertThat(page.evaluate("window.harmed === undefined && !document.querySelector('#main img, #main b')"))
                .isEqualTo(true);
    }

    @Test
    void directionsAndControlCharacters_areNamed(BrowserWindow window) {
        String id = http.store("{\"text\":\"safe \\u202Egnp.exe \\u0007 \\u200B end\"}", "{\"project\":\"a\\u202Eb\"}")
                .id();
        Page page = window.go("/ui/").page();
        Locator card = page.locator("#event-" + id);

        assertThat(card.locator(".event-text")).hasText("safe U+202Egnp.exe U+0007 U+200B end");
        assertThat(card.locator(".chip")).containsText("aU+202Eb");
        window.checkAccessibility();
    }

    @Test
    void aMegabyteOfText_isCutUntilAskedFor(BrowserWindow window) {
        String text = "All work and no play. ".repeat(50_000);
        String id = http.store("{\"text\":\"" + text + "\"}", "{}").id();
        Page page = window.go("/ui/").page();
        page.locator("#open-" + id).click();
        Locator shown = page.locator("#drawer-text");
        assertThat(page.locator("#drawer")).containsText("The first 4,000 of 1,099,999 characters.");
        assertThat(shown.innerText().length()).isLessThan(4_100);
        page.getByText("Show all").click();

        assertThat(page.getByText("Show all")).hasCount(0);
        assertThat(((Number) shown.evaluate("element => element.textContent.length")).intValue())
                .isGreaterThan(1_000_000);
    }
}
