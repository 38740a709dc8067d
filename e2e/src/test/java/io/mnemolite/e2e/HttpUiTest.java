package io.mnemolite.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.e2e.Http.Answer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The web interface as HTTP: headers, assets, unknown addresses. */
class HttpUiTest {

    private static final Pattern ASSET = Pattern.compile("/ui/assets/[\\w.-]+");

    private final Http http = SharedServer.http();

    @Test
    void root_browserOrProgram_isThePageOrTheDescription() {
        Answer browser = http.get("/", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        Answer program = http.get("/", "Accept", "*/*");

        assertThat(browser.status()).isEqualTo(303);
        assertThat(browser.header("Location")).endsWith("/ui/");
        assertThat(program.status()).isEqualTo(200);
        assertThat(program.json().path("name").asText()).isEqualTo("MnemoLite API");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ui", "/ui/"})
    void page_anySpelling_hasTheHeadersThatKeepItSafe(String path) {
        Answer page = http.get(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.body()).doesNotContain("style=", "onclick", "http://", "https://");
    }

    @Test
    void assets_ofAPage_areThereForAYear() {
        Matcher matcher = ASSET.matcher(http.get("/ui/").body());
        int count = 0;
        while (matcher.find()) {
            Answer asset = http.get(matcher.group());
            assertThat(asset.status()).as(matcher.group()).isEqualTo(200);
            assertThat(asset.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            Answer compressed = http.send("HEAD", matcher.group(), "", "Accept-Encoding", "gzip, br");
            assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
            count++;
        }
        assertThat(count).isGreaterThan(4);
    }

    @Test
    void asset_ofAnotherContent_isUnknown() {
        assertThat(http.get("/ui/assets/ui-000000000000.css").status()).isEqualTo(404);
        assertThat(http.get("/ui/assets/ui.css").status()).isEqualTo(404);
        assertThat(http.get("/ui/assets/..%2Fapplication.properties").status()).isEqualTo(404);
    }

    @Test
    void unknownAddress_personOrProgram_isAPageOrTheApis404() {
        Answer person = http.get("/ui/nothing", "Accept", "text/html");
        Answer program = http.get("/ui/nothing");

        assertThat(person.status()).isEqualTo(404);
        assertThat(person.body()).contains("<h1>Not found</h1>");
        assertThat(program.status()).isEqualTo(404);
        assertThat(program.sentence()).isEqualTo("Not Found");
    }

    @Test
    void login_withoutAKey_leadsToTheDashboard() {
        Answer login = http.get("/ui/login?next=//elsewhere.example/", "Accept", "text/html");

        assertThat(login.status()).isEqualTo(303);
        assertThat(login.header("Location")).endsWith("/ui/").doesNotContain("elsewhere");
    }
}
