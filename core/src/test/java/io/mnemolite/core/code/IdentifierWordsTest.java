package io.mnemolite.core.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentifierWordsTest {

    @Test
    void of_camelCaseAndSnakeCase_areTheSameWords() {
        assertThat(IdentifierWords.of("parseHTTPRequest")).containsExactly("parse", "http", "request");
        assertThat(IdentifierWords.of("parse_http_request")).containsExactly("parse", "http", "request");
        assertThat(IdentifierWords.of("PARSE_HTTP")).containsExactly("parse", "http");
        assertThat(IdentifierWords.of("Outer.inner(x2)")).containsExactly("outer", "inner", "x2");
        assertThat(IdentifierWords.of("A")).containsExactly("a");
        assertThat(IdentifierWords.of(" (){} ")).isEmpty();
    }
}
