package io.mnemolite.benchmarks.harness;

import java.util.List;
import java.util.Locale;

/** Statistics of few values. */
public final class Numbers {

    private Numbers() {}

    public static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public static double percentile(List<Double> values, double percentile) {
        List<Double> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(percentile / 100 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }

    public static String list(List<Double> values, String format) {
        return String.join(
                ", ",
                values.stream()
                        .map(value -> String.format(Locale.ROOT, format, value))
                        .toList());
    }
}
