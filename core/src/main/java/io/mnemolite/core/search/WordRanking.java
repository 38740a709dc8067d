package io.mnemolite.core.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.core.event.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Events that hold at least one of some words, with their BM25 scores (k1 = 1.2, b = 0.75; Robertson, Zaragoza: The
 * Probabilistic Relevance Framework, 2009). Words are the lower-cased runs of letters and digits of every string in an
 * event's content.
 */
record WordRanking(List<Ranked> candidates) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final double K1 = 1.2;
    private static final double B = 0.75;

    record Ranked(Event event, double score) {}

    static WordRanking of(List<Event> events, String query) {
        List<List<String>> documents = events.stream()
                .map(event -> {
                    List<String> words = new ArrayList<>();
                    collect(event.content(), words);
                    return words;
                })
                .toList();
        double averageLength = documents.stream().mapToInt(List::size).average().orElse(0);
        double[] scores = new double[events.size()];
        Set<String> queryWords = new TreeSet<>(words(query));
        for (String word : queryWords) {
            long holders =
                    documents.stream().filter(words -> words.contains(word)).count();
            double rarity = Math.log(1 + (events.size() - holders + 0.5) / (holders + 0.5));
            for (int i = 0; i < scores.length; i++) {
                int frequency = Collections.frequency(documents.get(i), word);
                double norm = K1 * (1 - B + B * documents.get(i).size() / averageLength);
                scores[i] += frequency == 0 ? 0 : rarity * frequency * (K1 + 1) / (frequency + norm);
            }
        }
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > 0) {
                ranked.add(new Ranked(events.get(i), scores[i]));
            }
        }
        return new WordRanking(ranked);
    }

    private static void collect(JsonNode json, List<String> words) {
        if (json.isTextual()) {
            words.addAll(words(json.textValue()));
        }
        json.forEach(child -> collect(child, words));
    }

    private static List<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
