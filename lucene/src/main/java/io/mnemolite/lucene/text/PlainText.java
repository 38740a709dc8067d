package io.mnemolite.lucene.text;

import java.text.Normalizer;

/**
 * Brings text into the one spelling that is analysed: Unicode NFKC (full-width letters, ligatures, combining accents),
 * one kind of apostrophe, and hyphens inside Latin, Greek and Cyrillic words as underscores, which the tokenizer does not
 * break at, so that {@code kebab-case} stays one token.
 */
final class PlainText {

    /** Of more combining marks in a row the rest is dropped: reordering long runs takes quadratic time. */
    private static final int MAX_MARKS = 30;

    private PlainText() {}

    static String of(CharSequence text) {
        StringBuilder plain = new StringBuilder(text.length());
        int marks = 0;
        int next;
        for (int i = 0; i < text.length(); i = next) {
            int c = Character.codePointAt(text, i);
            next = i + Character.charCount(c);
            marks = isMark(c) ? marks + 1 : 0;
            if (marks > MAX_MARKS) {
                continue;
            }
            if (isHyphen(c) && i > 0 && next < text.length() && joins(text.charAt(i - 1), text.charAt(next))) {
                plain.append('_');
            } else if (c == '\u2019' || c == '\u02BC' || c == '\uFF07') {
                plain.append('\'');
            } else {
                plain.appendCodePoint(c);
            }
        }
        return Normalizer.isNormalized(plain, Normalizer.Form.NFKC)
                ? plain.toString()
                : Normalizer.normalize(plain, Normalizer.Form.NFKC);
    }

    private static boolean isMark(int c) {
        if (c < '\u0300') {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isHyphen(int c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    private static boolean joins(char left, char right) {
        return isWordCharacter(left) && isWordCharacter(right);
    }

    private static boolean isWordCharacter(char c) {
        return (c < '\u0530' || (c >= '\u1E00' && c < '\u2000')) && Character.isLetterOrDigit(c);
    }
}
