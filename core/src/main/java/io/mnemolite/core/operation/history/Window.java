package io.mnemolite.core.operation.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * One of the equal parts of a span of time: the samples taken in it and the steps that end in it.
 *
 * @param start the first moment of it
 */
public record Window(Instant start, List<Sample> samples, List<Step> steps) {

    public Window {
        samples = List.copyOf(samples);
        steps = List.copyOf(steps);
    }

    /** Two samples, one taken after the other. */
    public record Step(Sample before, Sample after) {

        Duration length() {
            return Duration.between(before.at(), after.at());
        }

        long difference(ToLongFunction<Sample> counter) {
            return counter.applyAsLong(after) - counter.applyAsLong(before);
        }
    }

    /**
     * Cuts a span into windows. A step longer than a window says nothing of where in it something happened, so it is left
     * out: where samples are missing, windows are empty.
     *
     * @param samples oldest first
     */
    public static List<Window> of(List<Sample> samples, Instant start, Duration width, int count) {
        List<List<Sample>> taken = lists(count);
        List<List<Step>> steps = lists(count);
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            long window = Math.floorDiv(Duration.between(start, sample.at()).toMillis(), width.toMillis());
            if (window < 0 || window >= count) {
                continue;
            }
            taken.get((int) window).add(sample);
            if (i > 0) {
                Step step = new Step(samples.get(i - 1), sample);
                if (step.length().compareTo(width) <= 0) {
                    steps.get((int) window).add(step);
                }
            }
        }
        List<Window> windows = new ArrayList<>(count);
        for (int window = 0; window < count; window++) {
            windows.add(new Window(start.plus(width.multipliedBy(window)), taken.get(window), steps.get(window)));
        }
        return windows;
    }

    /** By how much a counter grew; empty without steps. */
    public OptionalDouble growth(ToLongFunction<Sample> counter) {
        return steps.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of((double) sum(counter));
    }

    /** By how much a counter grew each second; empty without steps. */
    public OptionalDouble growthPerSecond(ToLongFunction<Sample> counter) {
        double seconds =
                steps.stream().mapToLong(step -> step.length().toMillis()).sum() / 1e3;
        return seconds <= 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum(counter) / seconds);
    }

    /** The growth of one counter as a share of another's, 0..1; empty when the other did not grow. */
    public OptionalDouble share(ToLongFunction<Sample> part, ToLongFunction<Sample> whole) {
        long all = sum(whole);
        return all <= 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum(part) / all);
    }

    /** The highest value of a figure; values that are not numbers are left out, and without any other there is none. */
    public OptionalDouble highest(ToDoubleFunction<Sample> figure) {
        return samples.stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .max();
    }

    private long sum(ToLongFunction<Sample> counter) {
        return steps.stream().mapToLong(step -> step.difference(counter)).sum();
    }

    private static <T> List<List<T>> lists(int count) {
        List<List<T>> lists = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }
}
