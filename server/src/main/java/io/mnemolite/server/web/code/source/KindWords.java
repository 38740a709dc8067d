package io.mnemolite.server.web.code.source;

/** The names of kinds on the wire as people say them. */
public final class KindWords {

    private KindWords() {}

    public static String of(String wireName) {
        return wireName.equals("fallback_fixed") ? "text" : wireName;
    }
}
