package io.mnemolite.deployment.trial;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One result of a trial.
 *
 * @param name what was looked at
 * @param sentence the result for people
 * @param figures the same for programs, by names that end with their unit unless they are ratios; may be empty
 */
public record Finding(String name, String sentence, Map<String, Double> figures) {

    public Finding {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    static Finding of(String name, String sentence) {
        return new Finding(name, sentence, Map.of());
    }

    @Override
    public String toString() {
        return name + ": " + sentence;
    }
}
