package io.mnemolite.server.web.monitoring.section;

import io.mnemolite.core.indexing.IndexState;
import io.mnemolite.server.web.text.Amounts;
import io.mnemolite.server.web.text.ShownText;
import java.util.Locale;

/**
 * An index.
 *
 * @param plural what its documents are called
 * @param tone good, warn or bad
 * @param progress of a rebuild, as a width; empty when there is none
 * @param note why it is not ready; empty when it is
 */
public record IndexCard(
        String name,
        String plural,
        String state,
        String tone,
        String progress,
        ShownText note,
        Answer<String> documents,
        Answer<String> size,
        String lag) {

    public static IndexCard of(
            String name,
            String plural,
            IndexState state,
            Answer<String> documents,
            Answer<String> size,
            double lagSeconds) {
        String lag = Amounts.digits(lagSeconds) + " s";
        return switch (state) {
            case IndexState.Ready() ->
                new IndexCard(name, plural, "Ready", "good", "", ShownText.whole(""), documents, size, lag);
            case IndexState.Rebuilding(long done, long total) ->
                new IndexCard(
                        name,
                        plural,
                        "Being built",
                        "warn",
                        (total == 0 ? 0 : 100 * done / total) + "%",
                        ShownText.whole(
                                String.format(Locale.ROOT, "%,d of %,d; searches are refused meanwhile.", done, total)),
                        documents,
                        size,
                        lag);
            case IndexState.Damaged(String reason) ->
                new IndexCard(
                        name,
                        plural,
                        "Being repaired",
                        "bad",
                        "",
                        ShownText.beginning(reason, 300),
                        documents,
                        size,
                        lag);
        };
    }
}
