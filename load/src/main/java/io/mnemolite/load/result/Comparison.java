package io.mnemolite.load.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.load.traffic.Area;
import io.mnemolite.load.traffic.Events;
import io.mnemolite.load.traffic.Share;
import java.util.List;
import java.util.function.Predicate;

/** What two configurations did with one mix, as it stands in the summary. */
public final class Comparison {

    private Comparison() {}

    /** Fills {@code mix} with its name, its share of writes, and both measurements. */
    public static void put(ObjectNode mix, String name, List<Share> shares, Measurement before, Measurement after) {
        int whole = shares.stream().mapToInt(Share::perMille).sum();
        int writes =
                shares.stream().filter(Share::writes).mapToInt(Share::perMille).sum();
        mix.put("name", name).put("writes_percent", Summary.tenths(100.0 * writes / whole));
        put(mix.putObject("before"), shares, before);
        put(mix.putObject("after"), shares, after);
    }

    private static void put(ObjectNode side, List<Share> shares, Measurement measurement) {
        Summary.put(side.putObject("all"), measurement.tally());
        Summary.put(side.putObject("search"), tally(measurement, shares, share -> share.area() == Area.SEARCH));
        Summary.put(
                side.putObject("event_read"),
                tally(measurement, shares, share -> share.kind().equals(Events.READ)));
        Summary.putCaches(side.putObject("caches"), measurement.caches());
        side.putObject("connections")
                .put("looks", measurement.connections().inUse().size())
                .put("median", measurement.connections().median())
                .put("highest", measurement.connections().highest());
        ArrayNode rounds = side.putArray("rates_of_rounds");
        measurement.rates().forEach(rate -> rounds.add(Summary.tenths(rate)));
    }

    private static Tally tally(Measurement measurement, List<Share> shares, Predicate<Share> wanted) {
        return Tally.of(
                "chosen",
                measurement.seconds(),
                measurement.samples().stream()
                        .filter(sample -> wanted.test(shares.get(sample.share())))
                        .toList());
    }
}
