package io.mnemolite.lucene.code;

import java.util.Locale;
import java.util.Set;

/**
 * English words that hold a sentence together and say nothing of its subject. In prose they are so frequent that BM25 hardly
 * counts them; in code they are rare, so that {@code the} in some message outweighs what a question is about.
 */
final class FunctionWords {

    private static final Set<String> ALL = Set.of(
            ("a an and are as at be been but by can could did do does for from had has have how if in into is it its may might"
                            + " must no nor not of on or shall should so such than that the their them then there these they"
                            + " this those to was were when where whether which while who will with would")
                    .split(" "));

    private FunctionWords() {}

    /** The text with a blank for each of them; the text itself when it has no other word. Parts of identifiers stay. */
    static String without(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        boolean hasOther = false;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && isPart(text.charAt(i))) {
                continue;
            }
            String word = text.substring(start, i);
            boolean isFunction = ALL.contains(word.toLowerCase(Locale.ROOT));
            hasOther |= !isFunction && !word.isEmpty();
            kept.append(isFunction ? " " : word);
            if (i < text.length()) {
                kept.append(text.charAt(i));
            }
            start = i + 1;
        }
        return hasOther ? kept.toString() : text;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
