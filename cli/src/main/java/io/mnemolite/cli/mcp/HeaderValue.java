package io.mnemolite.cli.mcp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Text as the value of a header: as it is where that is safe, else in Base64 as revision 2026-07-28 writes it. */
final class HeaderValue {

    private static final String BEGIN = "=?base64?";
    private static final String END = "?=";

    private HeaderValue() {}

    static String of(String text) {
        boolean visible = text.chars().allMatch(c -> c >= ' ' && c <= '~');
        boolean encodedLooks = text.startsWith(BEGIN) && text.endsWith(END);
        if (visible && !encodedLooks && text.strip().equals(text) && !text.isEmpty()) {
            return text;
        }
        return BEGIN + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + END;
    }
}
