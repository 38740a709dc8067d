package io.mnemolite.deployment.trial;

import io.mnemolite.deployment.observation.Reads;
import io.mnemolite.deployment.slot.SlotClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Blocks of reads at two servers by turns: what the machine does meanwhile strikes both alike. */
record Pairs(List<Block> olds, List<Block> news) {

    private static final int WARM_UP_TURNS = 4;

    /**
     * Measures.
     *
     * @param count at least 1
     * @param warmUp how long each is asked before, a quarter at a time
     * @param block how long each is asked within a pair
     */
    static Pairs measure(
            SlotClient old, SlotClient fresh, Reads reads, int callers, int count, Duration warmUp, Duration block) {
        for (int turn = 0; turn < WARM_UP_TURNS && !warmUp.isZero(); turn++) {
            Block.measure(old, reads, callers, warmUp.dividedBy(WARM_UP_TURNS));
            Block.measure(fresh, reads, callers, warmUp.dividedBy(WARM_UP_TURNS));
        }
        List<Block> olds = new ArrayList<>();
        List<Block> news = new ArrayList<>();
        for (int pair = 0; pair < count; pair++) {
            boolean isOldFirst = pair % 2 == 0;
            Block one = Block.measure(isOldFirst ? old : fresh, reads, callers, block);
            Block other = Block.measure(isOldFirst ? fresh : old, reads, callers, block);
            olds.add(isOldFirst ? one : other);
            news.add(isOldFirst ? other : one);
        }
        return new Pairs(olds, news);
    }

    double old(ToDoubleFunction<Block> figure) {
        return mean(olds, figure);
    }

    double fresh(ToDoubleFunction<Block> figure) {
        return mean(news, figure);
    }

    Ratio ratio(ToDoubleFunction<Block> figure) {
        return Ratio.of(
                news.stream().mapToDouble(figure).toArray(),
                olds.stream().mapToDouble(figure).toArray());
    }

    /** Both means and the ratio of a figure. */
    Finding finding(String name, String unit, ToDoubleFunction<Block> figure) {
        Ratio ratio = ratio(figure);
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("old", old(figure));
        figures.put("new", fresh(figure));
        figures.put("ratio", ratio.mean());
        figures.put("ratio_low", ratio.low());
        figures.put("ratio_high", ratio.high());
        return new Finding(
                name,
                String.format(
                        Locale.ROOT, "old %.2f, new %.2f %s, new/old %s", old(figure), fresh(figure), unit, ratio),
                figures);
    }

    private static double mean(List<Block> blocks, ToDoubleFunction<Block> figure) {
        return blocks.stream().mapToDouble(figure).average().orElse(0);
    }
}
