package io.mnemolite.server.request;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a request, as v1 clients parse it.
 *
 * @param type a machine's word, for example {@code int_parsing}
 * @param loc where, for example {@code ["query", "limit"]}
 * @param msg a sentence
 * @param input the offending value, as JSON-able object
 * @param ctx the bound that was missed, for example {@code {"le": 100}}
 */
public record Violation(
        String type,
        List<Object> loc,
        String msg,
        @Nullable Object input,
        @Nullable Map<String, Object> ctx) {

    public Violation {
        loc = List.copyOf(loc);
    }

    public static Violation of(String type, List<Object> loc, String msg, @Nullable Object input) {
        return new Violation(type, loc, msg, input, null);
    }
}
