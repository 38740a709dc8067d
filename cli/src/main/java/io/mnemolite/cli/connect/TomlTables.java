package io.mnemolite.cli.connect;

import java.util.ArrayList;
import java.util.List;

/** Where the tables of a TOML text begin: every header that stands in no string, array or comment. */
final class TomlTables {

    private final String text;
    private final List<Integer> headers = new ArrayList<>();

    private TomlTables(String text) {
        this.text = text;
    }

    /** The positions of the opening brackets of the headers, in order. */
    static List<Integer> headers(String text) {
        TomlTables tables = new TomlTables(text);
        tables.scan();
        return tables.headers;
    }

    private void scan() {
        int depth = 0;
        boolean lineBegins = true;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '[' && lineBegins && depth == 0) {
                headers.add(at);
                at = skipTo('\n', at);
            } else if (c == '#') {
                at = skipTo('\n', at);
            } else if (c == '"' || c == '\'') {
                at = afterString(at, c);
                lineBegins = false;
            } else {
                depth += c == '[' || c == '{' ? 1 : 0;
                depth -= c == ']' || c == '}' ? 1 : 0;
                lineBegins = c == '\n' || (lineBegins && Character.isWhitespace(c));
                at++;
            }
        }
    }

    private int skipTo(char end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found;
    }

    private int afterString(int begin, char quote) {
        String longQuote = String.valueOf(quote).repeat(3);
        boolean isLong = text.startsWith(longQuote, begin);
        String end = isLong ? longQuote : String.valueOf(quote);
        int at = begin + end.length();
        while (at < text.length() && !text.startsWith(end, at)) {
            at += quote == '"' && text.charAt(at) == '\\' ? 2 : 1;
        }
        at += end.length();
        // Two more quotes may belong to the end of a long string.
        while (isLong && at < text.length() && text.charAt(at) == quote) {
            at++;
        }
        return Math.min(at, text.length());
    }
}
