package io.mnemolite.server.web.dashboard;

import io.mnemolite.core.search.EventSearchPage;
import io.mnemolite.server.web.event.EventCard;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the dashboard shows of the events that pass the filters.
 *
 * @param total how many pass
 * @param newest when the newest of them happened
 * @param awaiting how many events, of all, await a vector
 * @param version differs when anything shown does
 */
public record Overview(
        Filters filters,
        long total,
        @Nullable Instant newest,
        long awaiting,
        Chart chart,
        List<EventCard> cards,
        String version) {

    static Overview of(Filters filters, EventSearchPage page, long awaiting, Chart chart) {
        List<EventCard> cards =
                page.hits().stream().map(hit -> EventCard.of(hit.event())).toList();
        int version = Objects.hash(page.total(), awaiting, chart);
        for (EventCard card : cards) {
            version = Objects.hash(version, card.id(), card.version(), card.vector());
        }
        return new Overview(
                filters,
                page.total(),
                cards.isEmpty() ? null : cards.getFirst().at(),
                awaiting,
                chart,
                cards,
                Integer.toHexString(version));
    }

    /** Whether there is nothing at all, whatever the filters. */
    public boolean isEmptyStore() {
        return cards.isEmpty() && !filters.isRestricting();
    }

    /** How many events pass that have no card. */
    public long hidden() {
        return total - cards.size();
    }
}
