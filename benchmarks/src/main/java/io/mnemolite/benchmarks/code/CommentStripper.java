package io.mnemolite.benchmarks.code;

/** Takes the comments out of Java source and leaves every line where it was. */
final class CommentStripper {

    private final String source;
    private final StringBuilder kept;
    private int at;

    private CommentStripper(String source) {
        this.source = source;
        this.kept = new StringBuilder(source.length());
    }

    /** The source with a blank for each comment, and the line ends that were in it. */
    static String strip(String source) {
        CommentStripper stripper = new CommentStripper(source);
        while (stripper.at < source.length()) {
            stripper.next();
        }
        return stripper.kept.toString();
    }

    private void next() {
        if (source.startsWith("//", at)) {
            int end = lineEnd();
            kept.append(' ');
            at = end;
        } else if (source.startsWith("/*", at)) {
            int end = source.indexOf("*/", at + 2);
            int after = end < 0 ? source.length() : end + 2;
            kept.append(' ');
            source.substring(at, after)
                    .chars()
                    .filter(c -> c == '\n' || c == '\r')
                    .forEach(c -> kept.append((char) c));
            at = after;
        } else if (source.startsWith("\"\"\"", at)) {
            keep(literalEnd("\"\"\"", at + 3));
        } else if (source.charAt(at) == '"' || source.charAt(at) == '\'') {
            keep(literalEnd(source.substring(at, at + 1), at + 1));
        } else {
            keep(at + 1);
        }
    }

    private void keep(int end) {
        kept.append(source, at, end);
        at = end;
    }

    private int lineEnd() {
        int end = at;
        while (end < source.length() && source.charAt(end) != '\n' && source.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** Behind the closing quote; the end of the line for a literal of one line that is not closed. */
    private int literalEnd(String quote, int from) {
        for (int i = from; i < source.length(); i++) {
            if (source.startsWith(quote, i)) {
                return i + quote.length();
            }
            if (source.charAt(i) == '\\') {
                i++;
            } else if (quote.length() == 1 && source.charAt(i) == '\n') {
                return i;
            }
        }
        return source.length();
    }
}
