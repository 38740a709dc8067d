package io.mnemolite.server.web.monitoring.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/**
 * Values over time as a line in a box of {@code width} by {@link #HEIGHT}; where a value is missing, so is the line.
 *
 * @param width of the box: one for each value
 * @param path the line, as the attribute {@code d}
 * @param area what lies below it
 * @param points what each value says when it is pointed at
 * @param summary the drawing in words
 */
public record Line(int width, String path, String area, List<Point> points, String summary) {

    /** The height of a value that reaches the top. */
    static final int HEIGHT = 100;

    /** Half the length of what is drawn for a value between two missing ones. */
    private static final double HALF_DOT = 0.3;

    public Line {
        points = List.copyOf(points);
    }

    /** A value's place across, in percent, and its words. */
    public record Point(String x, String width, String words) {}

    /** Whether there is any value. */
    public boolean isDrawn() {
        return !path.isEmpty();
    }

    /**
     * Draws values, one for each part of the axis.
     *
     * @param name as in "Hit rate"
     * @param top the value at the top, unless a higher one is drawn; 0 puts the highest one there
     */
    public static Line of(
            String name, Axis axis, List<OptionalDouble> values, double top, DoubleFunction<String> words) {
        double highest = values.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max()
                .orElse(0);
        double scale = Math.max(top, highest) > 0 ? Math.max(top, highest) : 1;
        StringBuilder path = new StringBuilder();
        StringBuilder area = new StringBuilder();
        List<Point> points = new ArrayList<>();
        int first = 0;
        while (first < values.size()) {
            if (values.get(first).isEmpty()) {
                first++;
                continue;
            }
            int end = first;
            while (end < values.size() && values.get(end).isPresent()) {
                points.add(point(axis, end, words.apply(values.get(end).getAsDouble())));
                end++;
            }
            run(values.subList(first, end), first, scale, path, area);
            first = end;
        }
        return new Line(values.size(), path.toString(), area.toString(), points, summary(name, values, words));
    }

    private static Point point(Axis axis, int part, String words) {
        double step = 100.0 / axis.count();
        return new Point(Axis.percent(part * step), Axis.percent(step), axis.words(part) + " UTC: " + words);
    }

    /** Values that follow each other. */
    private static void run(
            List<OptionalDouble> values, int first, double scale, StringBuilder path, StringBuilder area) {
        double half = values.size() == 1 ? HALF_DOT : 0;
        double left = first + 0.5 - half;
        double right = first + values.size() - 0.5 + half;
        StringBuilder line = new StringBuilder();
        append(line, left, y(values.getFirst(), scale));
        for (int i = 1; i < values.size(); i++) {
            append(line, first + i + 0.5, y(values.get(i), scale));
        }
        if (half > 0) {
            append(line, right, y(values.getFirst(), scale));
        }
        path.append('M').append(line);
        area.append(String.format(Locale.ROOT, "M%.1f,%d ", left, HEIGHT))
                .append(line)
                .append(String.format(Locale.ROOT, "%.1f,%dZ", right, HEIGHT));
    }

    private static void append(StringBuilder line, double x, double y) {
        line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
    }

    private static double y(OptionalDouble value, double scale) {
        return HEIGHT - HEIGHT * Math.min(1, value.getAsDouble() / scale);
    }

    private static String summary(String name, List<OptionalDouble> values, DoubleFunction<String> words) {
        double[] known = values.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        if (known.length == 0) {
            return name + ": nothing is known yet.";
        }
        double lowest = known[0];
        double highest = known[0];
        for (double value : known) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        return String.format(
                Locale.ROOT,
                "%s: %s at last, between %s and %s.",
                name,
                words.apply(known[known.length - 1]),
                words.apply(lowest),
                words.apply(highest));
    }
}
