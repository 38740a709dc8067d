package io.mnemolite.server.web.code.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Numbers as columns of a drawing: widths and places across are percentages, so that it stretches; heights are pixels.
 *
 * @param peak the highest number
 * @param summary the drawing in words
 */
public record Columns(List<Column> columns, long peak, String summary) {

    /** The height of the highest column. */
    static final int HEIGHT = 112;

    /**
     * A column.
     *
     * @param label below it; empty for none
     * @param words what it says when it is pointed at
     */
    public record Column(String x, String width, int y, int height, String label, String words) {}

    /** What a column stands for. */
    record Value(String label, String words, long count) {}

    static Columns of(List<Value> values, String summary) {
        long peak = Math.max(1, values.stream().mapToLong(Value::count).max().orElse(1));
        double step = 100.0 / Math.max(1, values.size());
        List<Column> columns = new ArrayList<>();
        for (Value value : values) {
            int height = value.count() == 0 ? 0 : Math.max(2, (int) Math.round((double) HEIGHT * value.count() / peak));
            columns.add(new Column(
                    percent((columns.size() + 0.12) * step),
                    percent(0.76 * step),
                    HEIGHT - height,
                    height,
                    value.label(),
                    String.format(Locale.ROOT, "%s: %,d", value.words(), value.count())));
        }
        return new Columns(columns, peak, summary);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.3f%%", value);
    }
}
