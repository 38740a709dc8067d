package io.mnemolite.benchmarks.callgraph.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Predictions against the truth, call by call. */
final class Accuracy {

    private static final int SAMPLE = 4;

    private final BiPredicate<Predicted.Symbol, Truth.Target> same;
    private final double estimate;
    private int inside;
    private int outside;
    private int values;
    private int unreadable;
    private int right;
    private int wrong;
    private int phantom;
    private final Map<String, List<String>> misses = new TreeMap<>();

    /**
     * @param estimate what the graph says of itself
     * @param same whether a prediction is a declaration that is meant
     */
    Accuracy(
            List<Truth> truths,
            Map<Place, Predicted> predictions,
            double estimate,
            BiPredicate<Predicted.Symbol, Truth.Target> same) {
        this.same = same;
        this.estimate = estimate;
        for (Truth truth : truths) {
            Predicted predicted = predictions.get(truth.place());
            switch (truth.kind()) {
                case INSIDE -> inside(truth, predicted);
                case OUTSIDE -> {
                    outside++;
                    elsewhere(truth, predicted, "outside");
                }
                case VALUE -> {
                    values++;
                    elsewhere(truth, predicted, "a value");
                }
                case UNREADABLE -> unreadable++;
            }
        }
    }

    private void inside(Truth truth, @Nullable Predicted predicted) {
        inside++;
        if (predicted == null) {
            miss("not seen", truth, null);
            return;
        }
        Predicted.Symbol target = predicted.target();
        if (target == null) {
            miss("no edge: " + predicted.why(), truth, predicted);
        } else if (truth.targets().stream().anyMatch(possible -> same.test(target, possible))) {
            right++;
        } else {
            wrong++;
            miss("wrong by " + predicted.why(), truth, predicted);
        }
    }

    private void elsewhere(Truth truth, @Nullable Predicted predicted, String where) {
        if (predicted != null && predicted.target() != null) {
            phantom++;
            miss("phantom, the target is " + where + ", by " + predicted.why(), truth, predicted);
        }
    }

    private void miss(String kind, Truth truth, @Nullable Predicted predicted) {
        String text = truth.place().file() + ":" + truth.place().line() + ":"
                + truth.place().column() + " "
                + (truth.targets().isEmpty() ? "" : truth.targets().getFirst())
                + (predicted == null ? "" : " <- " + predicted.text());
        misses.computeIfAbsent(kind, absent -> new ArrayList<>()).add(text);
    }

    double precision() {
        int predicted = right + wrong + phantom;
        return predicted == 0 ? 1 : (double) right / predicted;
    }

    double recall() {
        return inside == 0 ? 1 : (double) right / inside;
    }

    double estimate() {
        return estimate;
    }

    int inside() {
        return inside;
    }

    int outside() {
        return outside;
    }

    int values() {
        return values;
    }

    int unreadable() {
        return unreadable;
    }

    /** What is missed, by kind, all places of it. */
    Map<String, List<String>> misses() {
        return misses;
    }

    /** What is missed, by kind, with some places each. */
    String details() {
        StringBuilder text = new StringBuilder();
        misses.entrySet().stream()
                .sorted((one, other) ->
                        Integer.compare(other.getValue().size(), one.getValue().size()))
                .forEach(entry -> {
                    List<String> places = entry.getValue();
                    text.append(String.format(Locale.ROOT, "- %s: %d%n", entry.getKey(), places.size()));
                    // Each kind is sampled evenly: the first few would all be of one file.
                    int step = Math.max(1, places.size() / SAMPLE);
                    for (int i = 0; i < places.size() && i / step < SAMPLE; i += step) {
                        text.append("  - `").append(places.get(i)).append("`\n");
                    }
                });
        return text.toString();
    }
}
