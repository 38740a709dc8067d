package io.mnemolite.server.web.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mnemolite.core.error.MnemoliteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "project=alpha | {\"project\":\"alpha\"}",
                "project=alpha severity=warning | {\"project\":\"alpha\",\"severity\":\"warning\"}",
                "project=alpha, severity = warning | {\"project\":\"alpha\",\"severity\":\"warning\"}",
                "category=\"post mortem\" n=1 | {\"category\":\"post mortem\",\"n\":\"1\"}",
                "a=b=c | {\"a\":\"b=c\"}",
                "{\"n\":1} | {\"n\":1}",
            })
    void pairsOrJson_areRead(String text, String json) {
        assertThat(MetadataText.parse(text)).hasToString(json);
    }

    @Test
    void nothing_filtersNothing() {
        assertThat(MetadataText.parse("  ").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"project", "project=", "=alpha", "{\"n\":", "{1}", "a=\"b", "a=b c"})
    void anythingElse_isASentence(String text) {
        assertThatThrownBy(() -> MetadataText.parse(text))
                .isInstanceOf(MnemoliteException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("project=alpha");
    }
}
