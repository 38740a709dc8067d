package io.mnemolite.parsing;

import io.mnemolite.parsing.language.Dialect;
import io.mnemolite.parsing.language.Languages;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A hash of what decides on chunks: languages, queries, versions of the grammars, and how chunks are cut. */
final class ParserVersion {

    /** To be raised when the code changes what it makes of the same tree. */
    private static final int CODE = 4;

    private final Languages languages;
    private @Nullable String value;

    ParserVersion(Languages languages) {
        this.languages = languages;
    }

    synchronized String value() {
        String known = value;
        if (known == null) {
            known = hash();
            value = known;
        }
        return known;
    }

    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) CODE);
            update(digest, Languages.resource("languages.txt"));
            update(digest, Languages.resource("grammars.properties"));
            for (Dialect dialect : languages.all()) {
                if (dialect.grammar() != null) {
                    update(digest, Languages.query(dialect));
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
