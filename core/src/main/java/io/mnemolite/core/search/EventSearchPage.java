package io.mnemolite.core.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of hits, best first.
 *
 * @param total how many events match; with {@link TotalRelation#AT_LEAST} it exceeds offset + page length while hits
 *     remain
 * @param explanation null unless asked for
 */
public record EventSearchPage(
        List<EventHit> hits,
        long total,
        TotalRelation relation,
        @Nullable SearchExplanation explanation) {

    public EventSearchPage {
        hits = List.copyOf(hits);
    }
}
