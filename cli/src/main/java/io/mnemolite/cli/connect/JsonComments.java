package io.mnemolite.cli.connect;

import java.util.regex.Pattern;

/** What stands between the values of a JSON text with comments. */
final class JsonComments {

    private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private JsonComments() {}

    /** Whether a comma stands outside the comments. */
    static boolean hasComma(String gap) {
        return COMMENT.matcher(gap).replaceAll("").indexOf(',') >= 0;
    }
}
