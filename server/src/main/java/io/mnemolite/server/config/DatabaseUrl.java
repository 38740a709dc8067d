package io.mnemolite.server.config;

import io.mnemolite.server.config.option.Masking;
import io.mnemolite.server.config.option.ValueType;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an external PostgreSQL is; prints without its password.
 *
 * @param reveal the URL as configured, password included: {@code postgresql://}, {@code postgres://}, either with a
 *     driver's name ({@code postgresql+asyncpg://}), or {@code jdbc:postgresql://}
 */
public record DatabaseUrl(String reveal) {

    private static final Pattern FORM = Pattern.compile("(jdbc:postgresql|postgres(ql)?(\\+[a-z0-9_]+)?)://.+");

    static ValueType<DatabaseUrl> type() {
        return ValueType.of(
                "URL",
                "a URL such as postgresql://user:password@host:5432/database",
                text -> Optional.of(text)
                        .filter(url -> FORM.matcher(url).matches())
                        .map(DatabaseUrl::new));
    }

    @Override
    public String toString() {
        return Masking.PASSWORD.apply(reveal);
    }
}
