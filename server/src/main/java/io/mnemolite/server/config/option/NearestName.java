package io.mnemolite.server.config.option;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The name that somebody probably meant. */
final class NearestName {

    private NearestName() {}

    /**
     * The one of {@code names} that comes closest to {@code written}: one that holds all its words (or their
     * beginnings), else one within a third of its length by edit distance; empty when none does.
     */
    static Optional<String> among(Collection<String> names, String written) {
        String wanted = plain(written);
        Comparator<String> nearest = Comparator.<String>comparingInt(name -> distance(plain(name), wanted))
                .thenComparing(Comparator.naturalOrder());
        Optional<String> holding =
                names.stream().filter(name -> holdsWords(plain(name), wanted)).min(nearest);
        int limit = Math.max(2, wanted.length() / 3);
        return holding.or(() -> names.stream()
                .filter(name -> distance(plain(name), wanted) <= limit)
                .min(nearest));
    }

    /** Environment names and keys differ in case, separators and prefix only. */
    private static String plain(String name) {
        String words = name.toLowerCase(Locale.ROOT).replaceAll("[._-]+", ".");
        return words.startsWith("mnemolite.") ? words.substring("mnemolite.".length()) : words;
    }

    private static boolean holdsWords(String name, String wanted) {
        List<String> parts = Arrays.asList(name.split("\\."));
        String[] words = wanted.split("\\.");
        return words.length > 0
                && Arrays.stream(words)
                        .allMatch(word -> word.length() > 2 && parts.stream().anyMatch(part -> part.startsWith(word)));
    }

    /** How many signs must be added, dropped, replaced or swapped with their neighbour (optimal string alignment). */
    static int distance(String left, String right) {
        int[][] steps = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, left, right, i, j);
            }
        }
        return steps[left.length()][right.length()];
    }

    private static int step(int[][] steps, String left, String right, int i, int j) {
        boolean same = left.charAt(i - 1) == right.charAt(j - 1);
        int best = Math.min(steps[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
    }
}
