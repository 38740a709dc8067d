package io.mnemolite.parsing.outline;

import java.util.regex.Pattern;

/** Documentation without the marks of its comment. */
public final class Prose {

    static final int LONGEST = 2_000;

    private static final Pattern OPENING = Pattern.compile("^(/\\*[*!]?|//[/!]?|#+!?|--\\[*|<!--)");
    private static final Pattern CLOSING = Pattern.compile("(\\*+/|-->)$");
    private static final Pattern STRING_OPENING = Pattern.compile("^[a-zA-Z]{0,2}(\"\"\"|'''|\"|')");
    private static final Pattern STRING_CLOSING = Pattern.compile("(\"\"\"|'''|\"|')$");
    private static final Pattern XML_TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,200}>");

    private Prose() {}

    /** Lines of a comment, or of several one after the other. */
    public static String ofComment(String comment) {
        StringBuilder prose = new StringBuilder();
        String whole = bounded(comment);
        boolean isXml = whole.startsWith("///") && whole.contains("<summary>");
        whole.lines().forEach(line -> {
            String text = line.strip();
            text = CLOSING.matcher(text).replaceFirst("");
            text = OPENING.matcher(text).replaceFirst("");
            text = text.startsWith("*") ? text.substring(1) : text;
            text = isXml ? XML_TAG.matcher(text).replaceAll("") : text;
            append(prose, text.strip());
        });
        return prose.toString().strip();
    }

    /** The content of a string literal that documents. */
    public static String ofString(String literal) {
        String text = STRING_OPENING.matcher(bounded(literal.strip())).replaceFirst("");
        text = STRING_CLOSING.matcher(text).replaceFirst("");
        StringBuilder prose = new StringBuilder();
        text.lines().forEach(line -> append(prose, line.strip()));
        return prose.toString().strip();
    }

    private static void append(StringBuilder prose, String line) {
        int length = prose.length();
        boolean afterBlank = length < 2 || prose.charAt(length - 2) == '\n';
        if (!line.isEmpty() || !afterBlank) {
            prose.append(line).append('\n');
        }
    }

    /** At most so many characters of a text, never half of one. */
    static String bounded(String text) {
        return bounded(text, LONGEST);
    }

    public static String bounded(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
