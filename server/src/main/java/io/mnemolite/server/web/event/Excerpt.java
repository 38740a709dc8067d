package io.mnemolite.server.web.event;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a long text that a list shows. */
final class Excerpt {

    /** What stands before the first word found. */
    private static final int LEAD = 60;

    private Excerpt() {}

    /** The text from shortly before what the pattern finds first; from its beginning when that is near, or nothing is found. */
    static String around(String text, int length, Pattern marks) {
        if (text.length() <= length) {
            return text;
        }
        Matcher matcher = marks.matcher(text.length() > 200_000 ? text.substring(0, 200_000) : text);
        if (!matcher.find() || matcher.end() <= length) {
            return text;
        }
        int start = matcher.start() - LEAD;
        int blank = text.indexOf(' ', start);
        if (blank > start && blank < matcher.start()) {
            start = blank + 1;
        }
        return "… " + text.substring(Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start);
    }
}
