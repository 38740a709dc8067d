package io.mnemolite.server.config;

import io.mnemolite.server.config.option.Defaults;
import io.mnemolite.server.config.option.Option;
import io.mnemolite.server.config.option.OptionGroup;
import io.mnemolite.server.config.option.Settings;
import io.mnemolite.server.config.option.ValueType;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The three caches of this process.
 *
 * @param event events read by id
 * @param search answers of searches
 * @param graph answers of graph walks
 */
public record CacheConfiguration(Bounds event, Bounds search, Bounds graph) {

    private static final BoundsOptions EVENT =
            BoundsOptions.of("event", new Defaults("60s", "10s", "10s"), new Defaults("1000", "100", "100"));
    private static final BoundsOptions SEARCH =
            BoundsOptions.of("search", new Defaults("30s", "5s", "5s"), new Defaults("500", "50", "50"));
    private static final BoundsOptions GRAPH =
            BoundsOptions.of("graph", new Defaults("120s", "20s", "20s"), new Defaults("200", "20", "20"));

    static final OptionGroup OPTIONS = new OptionGroup(
            "Caches",
            Stream.of(EVENT, SEARCH, GRAPH)
                    .<Option<?>>flatMap(BoundsOptions::all)
                    .toList());

    static CacheConfiguration read(Settings settings) {
        return new CacheConfiguration(EVENT.read(settings), SEARCH.read(settings), GRAPH.read(settings));
    }

    /**
     * What one cache may keep.
     *
     * @param ttl how long an entry lives after it was stored
     * @param maxItems the most entries; zero: the cache is off
     * @param maxBytes the most bytes of all entries together
     */
    public record Bounds(Duration ttl, int maxItems, long maxBytes) {}

    private record BoundsOptions(Option<Duration> ttl, Option<Integer> maxItems, Option<Long> maxBytes) {

        static BoundsOptions of(String cache, Defaults ttl, Defaults maxItems) {
            return new BoundsOptions(
                    Option.of(
                            "cache." + cache + ".ttl",
                            ValueType.duration("s", "1ms", "1d"),
                            ttl,
                            "How long an entry of the " + cache + " cache lives."),
                    Option.of(
                            "cache." + cache + ".max-items",
                            ValueType.integer(0, 10_000_000),
                            maxItems,
                            "The most entries that the " + cache + " cache keeps; 0 switches it off."),
                    Option.of(
                            "cache." + cache + ".max-bytes",
                            ValueType.bytes("64KiB", "16GiB"),
                            Defaults.everywhere("32MB"),
                            "The most memory that the entries of the " + cache + " cache take together."));
        }

        Stream<Option<?>> all() {
            return Stream.of(ttl, maxItems, maxBytes);
        }

        Bounds read(Settings settings) {
            return new Bounds(settings.get(ttl), settings.get(maxItems), settings.get(maxBytes));
        }
    }
}
