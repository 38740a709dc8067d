package io.mnemolite.server.front;

import io.mnemolite.core.error.ErrorCode;
import io.mnemolite.core.error.MnemoliteException;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Conditions on the state of an event: {@code If-None-Match} and {@code If-Match} (RFC 9110, section 13). */
public final class EntityTags {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\\.\\d{1,18}(?:-n)?\"");

    private EntityTags() {}

    /** Whether the header names the tag, compared weakly, or is {@code *}. */
    public static boolean matches(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.equals(tag) || ifNoneMatch.strip().equals("*")) {
            return true;
        }
        for (String candidate : ifNoneMatch.split(",", -1)) {
            String stripped = candidate.strip();
            if (stripped.equals(tag) || ("W/" + stripped).equals(tag)) {
                return true;
            }
        }
        return false;
    }

    /** The revision that {@code If-Match} insists on; empty when it is absent or {@code *}. */
    public static OptionalLong revision(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return OptionalLong.empty();
        }
        Matcher matcher = TAG.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw new MnemoliteException(
                    ErrorCode.BAD_REQUEST,
                    "If-Match is '" + ifMatch
                            + "', which is no entity tag of this server; send the ETag of a read, such as W/\"3.1\".");
        }
        return OptionalLong.of(Long.parseLong(matcher.group(1)));
    }
}
