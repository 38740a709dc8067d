package io.mnemolite.core.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words that identifiers are made of: {@code parseHTTPRequest} and {@code parse_http_request} are parse, http, request. */
public final class IdentifierWords {

    private IdentifierWords() {}

    /** The words of a text in order, in lower case; what is neither letter nor digit separates. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean isPart = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (start >= 0 && (!isPart || begins(text, i))) {
                words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
                start = -1;
            }
            if (isPart && start < 0) {
                start = i;
            }
        }
        return words;
    }

    private static boolean begins(String text, int i) {
        char c = text.charAt(i);
        char before = text.charAt(i - 1);
        if (!Character.isUpperCase(c)) {
            return false;
        }
        boolean lowerFollows = i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1));
        return !Character.isUpperCase(before) || lowerFollows;
    }
}
