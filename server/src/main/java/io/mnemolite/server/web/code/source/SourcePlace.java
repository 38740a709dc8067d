package io.mnemolite.server.web.code.source;

import io.mnemolite.server.web.text.ShownText;

/** Where something stands: a file and its lines. */
public record SourcePlace(ShownText repository, ShownText directory, ShownText file, int startLine, int endLine) {

    private static final int LONGEST = 300;

    public static SourcePlace of(String repository, String path, int startLine, int endLine) {
        int slash = path.lastIndexOf('/') + 1;
        return new SourcePlace(
                ShownText.beginning(repository, LONGEST),
                ShownText.beginning(path.substring(0, slash), LONGEST),
                ShownText.beginning(path.substring(slash), LONGEST),
                startLine,
                endLine);
    }

    /** Such as {@code 12–40}, or {@code 12}; empty when the whole file is meant. */
    public String lines() {
        if (startLine == 0) {
            return "";
        }
        return startLine == endLine ? Integer.toString(startLine) : startLine + "–" + endLine;
    }
}
