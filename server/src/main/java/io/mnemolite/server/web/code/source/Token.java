package io.mnemolite.server.web.code.source;

/**
 * A run of characters of a line that is shown alike.
 *
 * @param style its class in {@code code.css}; empty for what stands out in no way
 * @param marked whether it was searched for
 */
public record Token(String style, boolean marked, String text) {

    public boolean isPlain() {
        return style.isEmpty();
    }
}
