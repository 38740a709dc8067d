package io.mnemolite.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.mnemolite.e2e.Http;
import io.mnemolite.e2e.SharedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /ui/code/repos} and {@code /ui/code/upload}. */
@Journey
class RepositoriesJourneyTest {

    private final Http http = SharedServer.http();

    @BeforeEach
    void store() {
        SampleCode.store(http);
    }

    @Test
    void list_renewsItself_andDeletionAsksForTheName(BrowserWindow window) {
        Page page = window.go("/ui/code/repos").page();
        assertThat(page.locator(".repository")).hasCount(1);
        assertThat(page.getByText("All vectors are there")).isVisible();
        page.getByText("Index again").click();
        assertThat(page.locator("#command-0")).hasText("./mnemolite index DIR --repository 'team/shop'");
        http.post(
                "/v1/code/index",
                "{\"repository\":\"second\",\"files\":[{\"path\":\"a.py\",\"content\":\"x = 1\"},{\"path\":\"../b.py\",\"content\":\"\"}]}");
        assertThat(page.locator(".repository")).hasCount(2);
        assertThat(page.locator("[data-repository='team/shop'] details")).hasAttribute("open", "");
        page.getByText("What went wrong").click();
        assertThat(page.locator(".relations")).containsText("../b.py");
        window.checkAccessibility();
        window.checkWidth();

        page.getByLabel("Delete team/shop").click();
        Locator dialog = page.locator("#delete-dialog");
        Locator confirm = dialog.getByText("Delete", new Locator.GetByTextOptions().setExact(true));
        assertThat(confirm).isDisabled();
        window.checkAccessibility();
        page.keyboard().type("team/shop");
        page.keyboard().press("Enter");
        assertThat(page.locator("#toasts")).containsText("Deleted team/shop");
        assertThat(page.locator(".repository")).hasCount(1);
    }

    @Test
    void deletion_failing_isSaidInTheDialog(BrowserWindow window) {
        Page page =
                window.expectFailuresOf("/v1/code/index").go("/ui/code/repos").page();
        page.route(
                "**/v1/code/index/repositories/**",
                route -> DashboardJourneyTest.problem(route, "The database is away."));
        page.getByLabel("Delete team/shop").click();
        page.keyboard().type("team/shop");
        page.keyboard().press("Enter");
        assertThat(page.locator("#delete-failure")).hasText("Not deleted. The database is away.");
        assertThat(page.locator("#delete-dialog")).isVisible();
    }

    @Test
    void phone_readsTheList(@Phone BrowserWindow window) {
        Page page = window.go("/ui/code/repos").page();
        assertThat(page.locator(".repository")).hasCount(1);
        window.checkWidth();
        window.checkAccessibility();
        SampleCode.clear(http);
        assertThat(page.locator("#index-command")).hasText("./mnemolite index DIR");
    }

    @Test
    void folder_isSentWithItsStructure_andProblemsAreNamed(BrowserWindow window, @TempDir Path folder)
            throws IOException {
        Path root = sample(folder);
        Page page = window.go("/ui/code/upload").page();
        window.checkAccessibility();
        page.setInputFiles("#folder", new Path[] {root});
        assertThat(page.locator("#chosen-title")).hasText("46 files to send");
        page.getByText("2 left out").click();
        assertThat(page.locator(".upload-reasons")).containsText("may hold a secret");
        page.getByText("Index it").click();
        assertThat(page.locator("#progress-title")).hasText("Indexed");
        assertThat(page.locator("#count-files")).hasText("46");
        assertThat(page.locator("[role=progressbar]")).hasAttribute("aria-valuenow", "100");
        window.checkAccessibility();
        page.getByText("Search it").click();
        assertThat(page.getByLabel("Repository")).hasValue("uploaded");
        assertThat(page.locator("h1")).hasText("Code search");
    }

    @Test
    void folder_dropped_isSentWithItsStructure(BrowserWindow window, @TempDir Path folder) throws IOException {
        Path root = sample(folder);
        Page page = window.go("/ui/code/upload").page();
        assertThat(page.locator("#drop")).isVisible();

        window.drop(root, page.locator("#drop"));

        assertThat(page.locator("#chosen-title")).hasText("46 files to send");
        assertThat(page.getByLabel("Repository")).hasValue("uploaded");
        page.getByText("Index it").click();
        assertThat(page.locator("#progress-title")).hasText("Indexed");
        Assertions.assertThat(http.get("/v1/code/symbols?name=part7").json().toString())
                .contains("src/deep/part7.py");
    }

    @Test
    void sending_interrupted_goesOnWhereItStopped(@Phone BrowserWindow window, @TempDir Path folder)
            throws IOException {
        Page page =
                window.expectFailuresOf("/v1/code/index").go("/ui/code/upload").page();
        page.setInputFiles("#folder", new Path[] {sample(folder)});
        page.route("**/v1/code/index", route -> DashboardJourneyTest.problem(route, "The disk is full."));
        page.getByText("Index it").click();
        assertThat(page.locator("#progress")).containsText("The disk is full.");
        window.checkWidth();
        window.checkAccessibility();
        page.unrouteAll();
        page.getByText("Try again").click();
        assertThat(page.locator("#progress-title")).hasText("Indexed");
    }

    private static Path sample(Path folder) throws IOException {
        Path root = Files.createDirectories(folder.resolve("uploaded"));
        Files.createDirectories(root.resolve("src/deep"));
        Files.createDirectories(root.resolve("node_modules/x"));
        Files.writeString(root.resolve("node_modules/x/index.js"), "x()");
        Files.writeString(root.resolve(".env"), "TOKEN=1");
        Files.writeString(root.resolve("src/main.py"), "def main():\n    return 1\n");
        for (int i = 0; i < 45; i++) {
            Files.writeString(
                    root.resolve("src/deep/part" + i + ".py"), "def part" + i + "():\n    return " + i + "\n");
        }
        return root;
    }
}
