package io.mnemolite.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.secret.Redactions.Counted;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactionsTest {

    private final Screening screening = new Screening(SecretDetection.bundled(), SecretPolicy.REDACT);

    @Test
    void counted_countsByKindWhatIsNotedMeanwhile() {
        note("jwt");
        Counted<String> counted = Redactions.counted(() -> {
            note("jwt");
            note("npm-token", "jwt");
            return "done";
        });
        note("jwt");

        assertThat(counted.result()).isEqualTo("done");
        assertThat(counted.byKind()).isEqualTo(Map.of("jwt", 2, "npm-token", 1));
        assertThat(counted.total()).isEqualTo(3);
        assertThat(screening.found("jwt")).isEqualTo(4);
        assertThat(screening.found("npm-token")).isEqualTo(1);
        assertThat(screening.found("no-kind")).isZero();
    }

    @Test
    void counted_nothing_isZero() {
        assertThat(Redactions.counted(() -> 1).total()).isZero();
    }

    @Test
    void counted_withinAnother_countsForItselfAlone() {
        Counted<Counted<Integer>> outer = Redactions.counted(() -> {
            note("jwt");
            return Redactions.counted(() -> {
                note("npm-token");
                return 1;
            });
        });

        assertThat(outer.byKind()).isEqualTo(Map.of("jwt", 1));
        assertThat(outer.result().byKind()).isEqualTo(Map.of("npm-token", 1));
    }

    @Test
    void counted_passesTheFailureOn() {
        assertThatThrownBy(() -> Redactions.counted(() -> {
                    throw new IOException("broken");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("broken");
    }

    @Test
    void refused_isCountedButNotAsRedacted() {
        Screening blocking = new Screening(SecretDetection.bundled(), SecretPolicy.BLOCK);

        Counted<Integer> counted = Redactions.counted(() -> {
            assertThat(blocking.admits(List.of(new Finding("jwt", "content")))).isFalse();
            return 1;
        });

        assertThat(counted.total()).isZero();
        assertThat(blocking.found("jwt")).isEqualTo(1);
    }

    @Test
    void refusal_namesKindsAndPlaces() {
        assertThat(Screening.refusal(
                        List.of(new Finding("jwt", "content.text"), new Finding("npm-token", "metadata.a"))))
                .isEqualTo(
                        "Nothing was stored, because there is a secret at content.text (jwt), metadata.a (npm-token):"
                                + " remove it, or set secrets.policy to redact to have it replaced, or to off to have it stored.");
    }

    private void note(String... kinds) {
        for (String kind : kinds) {
            assertThat(screening.admits(List.of(new Finding(kind, "content.text"))))
                    .isTrue();
        }
    }
}
