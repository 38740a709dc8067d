package io.mnemolite.lucene.code.terms;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The trigrams of the words of a text. A word is a run of letters and digits, in lower case, with two blanks before and one
 * after it: {@code "add"} has {@code "  a"}, {@code " ad"}, {@code "add"} and {@code "dd "}. Identifiers are one word, so that
 * their parts are found by what they share with it.
 */
public final class WordTrigrams {

    /** Part of the index format: raise it with every change of what comes out. */
    public static final int VERSION = 1;

    private WordTrigrams() {}

    /** Each trigram once, in order, at most {@code limit}. */
    public static Set<String> distinct(CharSequence text, int limit) {
        Set<String> distinct = new LinkedHashSet<>();
        each(text, (first, second, third) -> {
            if (distinct.size() < limit) {
                distinct.add("" + first + second + third);
            }
        });
        return distinct;
    }

    static void each(CharSequence text, TrigramSink sink) {
        char first = ' ';
        char second = ' ';
        boolean isInside = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                char folded = Character.toLowerCase(c);
                sink.accept(first, second, folded);
                first = second;
                second = folded;
                isInside = true;
            } else if (isInside) {
                sink.accept(first, second, ' ');
                first = ' ';
                second = ' ';
                isInside = false;
            }
        }
    }
}
