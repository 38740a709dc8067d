package io.mnemolite.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.core.secret.SecretDetection.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretDetectionTest {

    private static final int MEGABYTE = 1 << 20;
    private static final long LOOKS_AT_A_CHARACTER = 200;
    private static final SecretDetection DETECTION = SecretDetection.bundled();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "We chose PostgreSQL because one store is enough.",
                "commit 2712827c0ffee2712827c0ffee2712827c0ffee1 and 01890a5d-ac96-774b-bcce-b302099a8057",
                "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4",
                "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "public final class TokenizerFactory2 extends AbstractTokenFactory<Token3> { }",
                "https://example.org/a/b?c=d#e 用户 🎈"
            })
    void ordinaryText_isTheSameInstance(String text) {
        assertThat(DETECTION.redact(text)).isEqualTo(new Redaction(text, List.of()));
        assertThat(DETECTION.redact(text).text()).isSameAs(text);
    }

    @Test
    void textWithoutAKeyword_isTheSameInstance() {
        long seed = System.nanoTime();
        System.out.println("SecretDetectionTest seed " + seed);
        Random random = new Random(seed);
        List<String> keywords = SecretPatterns.all().stream()
                .flatMap(pattern -> pattern.keywords().stream())
                .toList();
        int without = 0;
        for (int run = 0; run < 5_000; run++) {
            String text = random.ints(random.nextInt(200), ' ', 0x180)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String lower = text.toLowerCase(Locale.ROOT);
            if (keywords.stream().noneMatch(lower::contains)) {
                without++;
                assertThat(DETECTION.redact(text).text()).isSameAs(text);
            }
        }
        assertThat(without).isGreaterThan(4_000);
    }

    @Test
    void secretOfAKnownKind_isCalledByItsOwnNameWhereItIsAssigned() {
        String token = Example.of("", "ghp_<36>").text();

        assertThat(DETECTION.redact("api_key = " + token).text()).isEqualTo("api_key = [redacted: github-token]");
        assertThat(DETECTION.redact("Authorization: Bearer " + token).kinds()).containsExactly("github-token");
        assertThat(DETECTION.redact("https://u:" + token + "@example.org/").text())
                .startsWith("https://u:[redacted: ")
                .doesNotContain(token);
    }

    @Test
    void member_isToldByItsKey() {
        String secret = Example.of("", "<24>").text();

        assertThat(DETECTION.redactMember("db_password", secret))
                .isEqualTo(new Redaction("[redacted: assigned-password]", List.of("assigned-password")));
        assertThat(DETECTION.redactMember("note", secret).text()).isSameAs(secret);
        assertThat(DETECTION.redactMember("password", "as before").text()).isEqualTo("as before");
        String twice = "[redacted: assigned-password]";
        assertThat(DETECTION.redactMember("password", twice).text()).isEqualTo(twice);
    }

    @Test
    void member_whoseKeyHoldsASecret_keepsItsValue() {
        String key = "password=" + Example.of("", "<24>").text();

        assertThat(DETECTION.redactMember(key, "value").text()).isEqualTo("value");
    }

    /** Whatever stands around secrets, and however near they are to each other. */
    @Test
    void redactedText_holdsNoSecretAndStaysAsItIs() {
        long seed = System.nanoTime();
        System.out.println("SecretDetectionTest seed " + seed);
        Random random = new Random(seed);
        List<Example> examples = new ArrayList<>(Example.all("hits"));
        examples.addAll(Example.all("misses"));
        List<String> glue =
                List.of("", "", " ", "\n", "=", ":", "/", "@", "\"", "x", "7", "_", "-", ".", "password=", "é");
        for (int run = 0; run < 2_000; run++) {
            StringBuilder text = new StringBuilder();
            for (int part = 0; part < 4; part++) {
                text.append(examples.get(random.nextInt(examples.size())).text())
                        .append(glue.get(random.nextInt(glue.size())));
            }
            String redacted = DETECTION.redact(text.toString()).text();
            assertThat(DETECTION.redact(redacted).text()).isEqualTo(redacted);
        }
    }

    @Test
    void secret_isFoundWhereverItStands() {
        for (Example hit : Example.all("hits")) {
            String redacted = DETECTION
                    .redact("é🎈 before.\n" + hit.text() + "\n\uD83C after")
                    .text();
            assertThat(redacted).isEqualTo("é🎈 before.\n" + hit.redacted() + "\n\uD83C after");
        }
    }

    /** A hostile text of four times the length costs four times the work, and a bounded number of looks at each character. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=",
                "password=a1",
                "secret_secret_secret_a1B2=",
                "token: aB1-aB1-aB1-aB1-aB1",
                "token=a1B2c",
                "token=a1B2c3D4e5F6g7H8i9J0/",
                "a:b@c://a:b",
                "://",
                "eyJeyJeyJ.",
                " eyJaaaaaaaa.",
                "authorization: bearer a1.",
                "sk-sk-sk-proj-a",
                "AKIA",
                "api key is: ",
                "aws_secret_access_key==/////",
                "github_pat_ghp_",
                "=======",
                "-a",
                "\\n"
            })
    void hostileText_costsWorkInProportionToItsLength(String part) {
        assertThat(work(part, MEGABYTE))
                .isLessThan(LOOKS_AT_A_CHARACTER * MEGABYTE)
                .isLessThan(work(part, MEGABYTE / 4) * 41 / 10);
    }

    @Test
    void keysWithoutEnd_costWorkInProportionToTheirLength() {
        String begin = Example.of("", "<->BEGIN RSA PRIVATE KEY<->").text();
        for (String part : List.of(begin, begin + "-a-a-a", begin + "\n", begin + " a".repeat(5_000))) {
            assertThat(work(part, MEGABYTE))
                    .isLessThan(LOOKS_AT_A_CHARACTER * MEGABYTE)
                    .isLessThan(work(part, MEGABYTE / 4) * 41 / 10);
        }
    }

    private static long work(String part, int length) {
        CountedReads text = new CountedReads(part.repeat(length / part.length()));
        for (boolean general : List.of(false, true)) {
            SecretScanner scanner = new SecretScanner(SecretPatterns.all().stream()
                    .filter(pattern -> pattern.general() == general)
                    .toList());
            assertThat(scanner.secrets(text)).isNotNull();
        }
        return text.reads();
    }
}
