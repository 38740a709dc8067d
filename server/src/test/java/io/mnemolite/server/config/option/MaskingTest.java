package io.mnemolite.server.config.option;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://user:geheim@host:5432/db",
                "postgresql+asyncpg://user:geheim@host/db",
                "postgresql://:geheim@host/db",
                "postgresql://user:ge@heim@host/db",
                "postgresql://user:g/e?heim@host/db",
                "postgresql://user:ge:heim@[::1]:5432/db",
                "jdbc:postgresql://host/db?user=u&password=geheim&ssl=true",
                "postgresql://host/db?sslpassword=geheim",
                "host=h password='geheim'",
                "user:geheim@host/db"
            })
    void apply_passwordOfUrl_hidden(String url) {
        assertThat(Masking.PASSWORD.apply(url))
                .contains(Masking.HIDDEN)
                .doesNotContain("geheim")
                .doesNotContain("heim");
    }

    @Test
    void apply_passwordOfUrl_restStays() {
        assertThat(Masking.PASSWORD.apply("postgresql://user:geheim@host:5432/db"))
                .isEqualTo("postgresql://user:********@host:5432/db");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://host:5432/db",
                "postgresql://user@host:5432/db",
                "postgresql://user@[::1]:5432/db",
                "bge-small-en-v1.5",
                "http://127.0.0.1:11434/v1",
                "/models/a:b"
            })
    void apply_noPassword_unchanged(String text) {
        assertThat(Masking.PASSWORD.apply(text)).isEqualTo(text);
    }

    @Test
    void apply_whole_lengthDoesNotShow() {
        assertThat(Masking.WHOLE.apply("a")).isEqualTo(Masking.WHOLE.apply("a much longer secret"));
        assertThat(Masking.WHOLE.apply("")).isEmpty();
        assertThat(new Secret("geheim")).hasToString("********");
    }
}
