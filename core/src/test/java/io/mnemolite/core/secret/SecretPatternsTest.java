package io.mnemolite.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretPatternsTest {

    private static final SecretDetection DETECTION = SecretDetection.bundled();

    static List<Example> hits() {
        return Example.all("hits");
    }

    static List<Example> misses() {
        return Example.all("misses");
    }

    @ParameterizedTest
    @MethodSource("hits")
    void hit_losesItsSecretAndNothingElse(Example hit) {
        assertThat(hit.secrets()).isNotEmpty();
        assertThat(DETECTION.redact(hit.text()).text()).isEqualTo(hit.redacted());
        assertThat(DETECTION.redact(hit.text()).kinds())
                .containsOnly(hit.kind())
                .hasSameSizeAs(hit.secrets());
    }

    @ParameterizedTest
    @MethodSource("misses")
    void miss_staysAsItIs(Example miss) {
        assertThat(miss.secrets()).isEmpty();
        assertThat(DETECTION.redact(miss.text()).text()).isSameAs(miss.text());
        assertThat(DETECTION.redact(miss.text()).kinds()).isEmpty();
    }

    @Test
    void everyKind_hasItsNameADescriptionHitsAndMisses() {
        Set<String> kinds = new HashSet<>();
        Set<String> hit = new HashSet<>();
        hits().forEach(example -> hit.add(example.kind()));
        Set<String> missed = new HashSet<>();
        misses().forEach(example -> missed.add(example.kind()));
        for (SecretPattern pattern : SecretPatterns.all()) {
            assertThat(pattern.kind()).matches("[a-z]+(-[a-z]+)*");
            assertThat(kinds.add(pattern.kind())).as(pattern.kind()).isTrue();
            assertThat(pattern.description()).isNotBlank();
            assertThat(hit).contains(pattern.kind());
            assertThat(missed).contains(pattern.kind());
        }
        assertThat(DETECTION.kinds()).containsExactlyInAnyOrderElementsOf(kinds);
    }

    /** The automaton and the scanner rely on it. */
    @Test
    void keywords_areLowerCaseAndContainNoOther() {
        for (boolean general : List.of(true, false)) {
            Set<String> keywords = new HashSet<>();
            SecretPatterns.all().stream()
                    .filter(pattern -> pattern.general() == general)
                    .forEach(pattern -> keywords.addAll(pattern.keywords()));
            assertThat(keywords).isNotEmpty().allSatisfy(keyword -> {
                assertThat(keyword).isEqualTo(keyword.toLowerCase(Locale.ROOT)).isNotBlank();
                assertThat(keywords.stream().filter(keyword::contains)).containsExactly(keyword);
            });
        }
    }

    @Test
    void repeats_areBounded() {
        for (SecretPattern pattern : SecretPatterns.all()) {
            String withoutClasses =
                    pattern.expression().pattern().replaceAll("\\\\.", "x").replaceAll("\\[[^]]*]", "x");
            assertThat(withoutClasses.replace("}+", "}")).as(pattern.kind()).doesNotContain("*", "+", ",}");
        }
    }
}
