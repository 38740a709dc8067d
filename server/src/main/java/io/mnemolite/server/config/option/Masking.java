package io.mnemolite.server.config.option;

import java.util.regex.Pattern;

/** How much of a value may be shown: in the log, on a page, in an error text. */
public enum Masking {
    /** All of it. */
    NONE,
    /** All but the password of a URL. */
    PASSWORD,
    /** Nothing. */
    WHOLE;

    /** What stands in place of what is hidden; its length says nothing about the secret's. */
    public static final String HIDDEN = "********";

    private static final Pattern PARAMETER =
            Pattern.compile("((?:password|passwd|passphrase)\\s*=\\s*)('[^']*'|[^&\\s]*)", Pattern.CASE_INSENSITIVE);

    public String apply(String value) {
        return switch (this) {
            case NONE -> value;
            case PASSWORD -> withoutUserPassword(PARAMETER.matcher(value).replaceAll("$1" + HIDDEN));
            case WHOLE -> value.isEmpty() ? value : HIDDEN;
        };
    }

    /** Passwords may hold unescaped signs, so everything up to the last @ counts: rather too much than too little. */
    private static String withoutUserPassword(String url) {
        int at = url.lastIndexOf('@');
        int scheme = url.indexOf("://");
        int colon = url.indexOf(':', scheme < 0 ? 0 : scheme + 3);
        return colon < 0 || colon > at ? url : url.substring(0, colon + 1) + HIDDEN + url.substring(at);
    }
}
