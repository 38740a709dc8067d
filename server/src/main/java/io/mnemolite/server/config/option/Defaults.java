package io.mnemolite.server.config.option;

import org.jspecify.annotations.Nullable;

/** What an option is, as text, in each profile when nothing sets it; all null when it is then absent. */
public record Defaults(
        @Nullable String production,
        @Nullable String test,
        @Nullable String development) {

    public static Defaults everywhere(String text) {
        return new Defaults(text, text, text);
    }

    public static Defaults none() {
        return new Defaults(null, null, null);
    }

    /** The defaults as a reader sees them, for example {@code 20 production, 5 test, 10 development}. */
    public String described() {
        if (production == null || test == null || development == null) {
            return "not set";
        }
        if (production.equals(test) && production.equals(development)) {
            return shown(production);
        }
        return shown(production) + " production, " + shown(test) + " test, " + shown(development) + " development";
    }

    private static String shown(String text) {
        return text.isEmpty() ? "empty" : text;
    }
}
