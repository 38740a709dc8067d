package io.mnemolite.e2e.packaging;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a server shows at {@code /metrics}.
 *
 * @param values metric → label → all its values
 */
record ShownMetrics(Map<String, Map<String, Set<String>>> values) {

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    static ShownMetrics parse(String text) {
        Map<String, Map<String, Set<String>>> values = new TreeMap<>();
        for (MatchResult sample : SAMPLE.matcher(text).results().toList()) {
            Map<String, Set<String>> labels = values.computeIfAbsent(sample.group(1), metric -> new TreeMap<>());
            if (sample.group(2) != null) {
                LABEL.matcher(sample.group(2))
                        .results()
                        .forEach(label -> labels.computeIfAbsent(label.group(1), name -> new TreeSet<>())
                                .add(label.group(2)));
            }
        }
        return new ShownMetrics(values);
    }

    /** The labels of a metric; empty when it is not shown. */
    Map<String, Set<String>> labels(String metric) {
        return values.getOrDefault(metric, Map.of());
    }
}
