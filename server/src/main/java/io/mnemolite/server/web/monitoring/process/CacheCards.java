package io.mnemolite.server.web.monitoring.process;

import io.mnemolite.core.operation.CacheMonitor;
import io.mnemolite.core.operation.CacheMonitor.CacheFigures;
import io.mnemolite.core.operation.history.Sample;
import io.mnemolite.core.operation.history.Window;
import io.mnemolite.server.web.monitoring.drawing.Axis;
import io.mnemolite.server.web.monitoring.drawing.Line;
import io.mnemolite.server.web.text.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The three caches, and their hit rates over time as a table. */
public record CacheCards(List<CacheCard> cards, List<Axis.Tick> ticks, HistoryTable table) {

    public CacheCards {
        cards = List.copyOf(cards);
    }

    /**
     * A cache.
     *
     * @param rate of hits in the last five minutes; a dash when nothing was read
     * @param sinceStart the rate since the start; a dash when nothing was read
     * @param filled how much of the bound is in use, as a width
     */
    public record CacheCard(
            String name,
            String purpose,
            String rate,
            String sinceStart,
            long reads,
            Line line,
            String filled,
            String memory,
            String timeToLive,
            CacheFigures figures) {}

    private record Cache(String name, String purpose, CacheFigures figures, Function<Sample, CacheFigures> inSample) {

        OptionalDouble rate(Window window) {
            return window.share(
                    sample -> inSample.apply(sample).hits(),
                    sample -> inSample.apply(sample).hits()
                            + inSample.apply(sample).misses());
        }
    }

    /** @param recent the last five minutes */
    public static CacheCards of(CacheMonitor caches, Window recent, List<Window> windows, Axis axis) {
        List<CacheCard> cards = new ArrayList<>();
        List<HistoryTable.Column> columns = new ArrayList<>();
        for (Cache cache : List.of(
                new Cache("Event cache", "events by id", caches.event(), Sample::event),
                new Cache("Search cache", "answers of searches", caches.search(), Sample::search),
                new Cache("Graph cache", "answers of both graphs", caches.graph(), Sample::graph))) {
            List<OptionalDouble> rates = windows.stream().map(cache::rate).toList();
            cards.add(card(cache, cache.rate(recent), rates, axis));
            columns.add(new HistoryTable.Column(cache.name(), rates, Amounts::percent));
        }
        return new CacheCards(cards, axis.ticks(), HistoryTable.of(axis, columns));
    }

    private static CacheCard card(Cache cache, OptionalDouble recent, List<OptionalDouble> rates, Axis axis) {
        CacheFigures figures = cache.figures();
        long reads = figures.hits() + figures.misses();
        return new CacheCard(
                cache.name(),
                cache.purpose(),
                Amounts.percent(recent),
                reads == 0 ? Amounts.NONE : Amounts.percent((double) figures.hits() / reads),
                reads,
                Line.of("Hit rate of the " + cache.name().toLowerCase(Locale.ROOT), axis, rates, 1, Amounts::percent),
                figures.maxItems() == 0 ? "0%" : Math.min(100, 100 * figures.items() / figures.maxItems()) + "%",
                Amounts.bytes(figures.memoryBytes()),
                figures.ttlSeconds() + " s",
                figures);
    }
}
