package io.mnemolite.benchmarks.callgraph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Predictions against the compiler, call by call. */
final class CallGraphAccuracy {

    private static final int SAMPLE = 8;

    private int inside;
    private int outside;
    private int right;
    private int wrong;
    private int phantom;
    private int notSeen;
    private final Map<String, Integer> misses = new TreeMap<>();
    private final Map<String, List<String>> samples = new TreeMap<>();

    CallGraphAccuracy(List<OracleSite> oracle, Map<OracleSite.Place, Predictions.Prediction> predictions) {
        for (OracleSite site : oracle) {
            Predictions.Prediction prediction = predictions.get(site.place());
            String truth = site.owner() + "." + site.method();
            String predicted = prediction == null ? "" : prediction.target();
            if (prediction == null) {
                notSeen++;
            }
            if (site.isInside()) {
                inside++;
                if (predicted.equals(truth)) {
                    right++;
                } else {
                    boolean isWrong = !predicted.isEmpty();
                    wrong += isWrong ? 1 : 0;
                    String kind = prediction == null ? "not seen" : (isWrong ? "wrong by " : "") + prediction.why();
                    miss(kind, site, truth, prediction);
                }
            } else {
                outside++;
                if (!predicted.isEmpty()) {
                    phantom++;
                    miss("phantom by " + (prediction == null ? "" : prediction.why()), site, truth, prediction);
                }
            }
        }
    }

    private void miss(String kind, OracleSite site, String truth, Predictions.Prediction prediction) {
        misses.merge(kind, 1, Integer::sum);
        List<String> sample = samples.computeIfAbsent(kind, absent -> new ArrayList<>());
        // Each kind is sampled evenly: the first few would all be of one file.
        if (sample.size() < SAMPLE * 40) {
            sample.add(site.place().file() + ":" + site.place().line() + ":"
                    + site.place().column() + " " + truth + (prediction == null ? "" : " <- " + prediction.text()));
        }
    }

    double precision() {
        int predicted = right + wrong + phantom;
        return predicted == 0 ? 1 : (double) right / predicted;
    }

    double recall() {
        return inside == 0 ? 1 : (double) right / inside;
    }

    double phantomShare() {
        return outside == 0 ? 0 : (double) phantom / outside;
    }

    int inside() {
        return inside;
    }

    int outside() {
        return outside;
    }

    /** What is missed, by kind, with some places each. */
    String details() {
        StringBuilder text = new StringBuilder();
        misses.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> {
                    text.append(String.format(Locale.ROOT, "- %s: %d%n", entry.getKey(), entry.getValue()));
                    List<String> places = samples.getOrDefault(entry.getKey(), List.of());
                    int step = Math.max(1, places.size() / SAMPLE);
                    for (int i = 0; i < places.size() && i / step < SAMPLE; i += step) {
                        text.append("  - `").append(places.get(i)).append("`\n");
                    }
                });
        return text.toString();
    }
}
