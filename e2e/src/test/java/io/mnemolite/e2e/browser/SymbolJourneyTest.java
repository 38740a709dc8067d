package io.mnemolite.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.SharedServer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code /ui/code/symbol/{id}}. */
@Journey
class SymbolJourneyTest {

    private final Http http = SharedServer.http();

    @BeforeEach
    void store() {
        SampleCode.store(http);
    }

    @Test
    void symbol_isFoundInThePalette_andSaysAllAboutItsCalls(BrowserWindow window) {
        Page page = window.go("/ui/").page();
        page.keyboard().press("Control+k");
        page.keyboard().type("amount");
        page.locator("#palette-list").getByText("shop.Price.amount").click();

        assertThat(page).hasTitle("amount · MnemoLite");
        assertThat(page.locator("h1")).containsText("shop.Price.amount(String)");
        assertThat(page.locator(".source-place").first()).containsText("Price.java:4–6");
        Locator callers = page.locator("section", new Page.LocatorOptions().setHas(page.locator("#callers-title")));
        assertThat(callers).containsText("Exact: none is missing.");
        assertThat(callers).containsText("a member of the value's type · confidence");
        Locator callees = page.locator("section", new Page.LocatorOptions().setHas(page.locator("#callees-title")));
        assertThat(callees).containsText("Price.rounded");
        callees.getByText("5", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#L5")).hasClass(Pattern.compile(".*is-target.*"));
        window.checkAccessibility();
        window.checkWidth();
    }

    @Test
    void doubt_isSaidInWords_andTestsAreMarked(BrowserWindow window) {
        Page page = window.go("/ui/code/symbol/" + SampleCode.symbol(http, "Order.total"))
                .page();
        Locator callers = page.locator("section", new Page.LocatorOptions().setHas(page.locator("#callers-title")));
        assertThat(callers).containsText("Lower bound: 1 call site could not be resolved and may belong here.");
        assertThat(callers.locator(".chip")).hasText("test");

        window.go("/ui/code/symbol/" + SampleCode.symbol(http, "Order.unclear"));
        assertThat(page.getByText("missing.total")).hasCount(2);
        assertThat(page.getByText("the type before the name is not known")).isVisible();
    }

    @Test
    void phone_readsTheSource(@Phone BrowserWindow window) {
        Page page =
                window.go("/ui/code/symbol/" + SampleCode.symbol(http, "Order")).page();
        assertThat(page.locator(".code-line").first()).containsText("public class Order {");
        window.checkWidth();
        window.checkAccessibility();
    }

    @Test
    void symbol_thatIsGone_isSaid(BrowserWindow window) {
        String gone = "01890a5d-ac96-774b-bcce-b302099a8057";
        Page page = window.expectFailuresOf("/ui/code/symbol/")
                .go("/ui/code/symbol/" + gone)
                .page();
        assertThat(page.locator("main")).containsText("There is no symbol " + gone);
        window.checkAccessibility();
    }
}
