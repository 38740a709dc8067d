package io.mnemolite.server.web.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stored text cut into pieces, for the template tag {@code shown}. Control and direction characters become their names, such
 * as {@code U+202E}: text can neither hide nor turn around what stands beside it.
 *
 * @param length of the whole text, in characters
 * @param cut whether the pieces are only its beginning
 */
public record ShownText(List<Piece> pieces, int length, boolean cut) {

    /** Marks nothing. */
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    public ShownText {
        pieces = List.copyOf(pieces);
    }

    /** The whole text. */
    public static ShownText whole(String text) {
        return of(text, Integer.MAX_VALUE, NOTHING);
    }

    /** The first {@code limit} characters. */
    public static ShownText beginning(String text, int limit) {
        return of(text, limit, NOTHING);
    }

    /** The first {@code limit} characters, with what the pattern finds marked. */
    public static ShownText of(String text, int limit, Pattern marks) {
        int end = end(text, limit);
        String kept = text.substring(0, end);
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = marks.matcher(kept);
        int at = 0;
        while (matcher.find()) {
            if (matcher.end() == matcher.start()) {
                continue;
            }
            addVisibly(kept.substring(at, matcher.start()), Piece.Kind.PLAIN, pieces);
            addVisibly(matcher.group(), Piece.Kind.MARKED, pieces);
            at = matcher.end();
        }
        addVisibly(kept.substring(at), Piece.Kind.PLAIN, pieces);
        return new ShownText(pieces, text.length(), end < text.length());
    }

    /** The text as it stands, without names of characters in it: for titles and comparisons. */
    public String plain() {
        StringBuilder plain = new StringBuilder();
        pieces.forEach(piece -> plain.append(piece.text()));
        return plain.toString();
    }

    private static int end(String text, int limit) {
        if (text.length() <= limit) {
            return text.length();
        }
        return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    }

    private static void addVisibly(String text, Piece.Kind kind, List<Piece> pieces) {
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (!isHidden(character)) {
                continue;
            }
            if (at > from) {
                pieces.add(new Piece(kind, text.substring(from, at)));
            }
            if (character != '\r') {
                pieces.add(new Piece(Piece.Kind.HIDDEN, String.format(Locale.ROOT, "U+%04X", (int) character)));
            }
            from = at + 1;
        }
        if (from < text.length()) {
            pieces.add(new Piece(kind, from == 0 ? text : text.substring(from)));
        }
    }

    private static boolean isHidden(char character) {
        if (character < ' ') {
            return character != '\n' && character != '\t';
        }
        return (character >= 0x7F && character <= 0x9F)
                || character == 0x061C
                || character == 0x00AD
                || (character >= 0x200B && character <= 0x200F && character != 0x200D && character != 0x200C)
                || (character >= 0x2028 && character <= 0x202E)
                || (character >= 0x2060 && character <= 0x206F)
                || character == 0xFEFF
                || (character >= 0xFFF9 && character <= 0xFFFB);
    }
}
