package io.mnemolite.server.web.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The query of an address, without its question mark; each parameter ends with an ampersand, empty ones are left out. */
public final class QueryString {

    private final StringBuilder query = new StringBuilder();

    public QueryString with(String name, String value) {
        if (!value.isEmpty()) {
            query.append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                    .append('&');
        }
        return this;
    }

    @Override
    public String toString() {
        return query.toString();
    }
}
