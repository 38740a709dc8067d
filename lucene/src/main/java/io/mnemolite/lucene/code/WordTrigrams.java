package io.mnemolite.lucene.code;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The trigrams of the words of a text. A word is a run of letters and digits, in lower case, with two blanks before and one
 * after it: {@code "add"} has {@code "  a"}, {@code " ad"}, {@code "add"} and {@code "dd "}. Identifiers are one word, so that
 * their parts are found by what they share with it.
 */
final class WordTrigrams extends TokenStream {

    /** Part of the index format: raise it with every change of what comes out. */
    static final int VERSION = 1;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final CharSequence text;
    private char first = ' ';
    private char second = ' ';
    private int next;
    private boolean isInside;

    WordTrigrams(CharSequence text) {
        this.text = text;
    }

    /** Each trigram once, in order, at most {@code limit}. */
    static Set<String> distinct(CharSequence text, int limit) {
        Set<String> distinct = new LinkedHashSet<>();
        WordTrigrams all = new WordTrigrams(text);
        while (distinct.size() < limit && all.incrementToken()) {
            distinct.add(all.term.toString());
        }
        return distinct;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        while (true) {
            char c = next < text.length() ? text.charAt(next) : ' ';
            if (Character.isLetterOrDigit(c)) {
                next++;
                char folded = Character.toLowerCase(c);
                emit(first, second, folded);
                first = second;
                second = folded;
                isInside = true;
                return true;
            }
            if (isInside) {
                emit(first, second, ' ');
                first = ' ';
                second = ' ';
                isInside = false;
                return true;
            }
            if (next >= text.length()) {
                return false;
            }
            next++;
        }
    }

    private void emit(char a, char b, char c) {
        term.setEmpty().append(a).append(b).append(c);
    }

    @Override
    public void reset() {
        next = 0;
        first = ' ';
        second = ' ';
        isInside = false;
    }
}
