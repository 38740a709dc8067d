package io.mnemolite.server.web.code.symbol;

import io.mnemolite.core.code.graph.Completeness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Callers or callees, and whether there can be more.
 *
 * @param isExact whether none is missing
 * @param words the same as sentences
 */
public record NeighbourList(List<NeighbourRow> rows, boolean isExact, String words) {

    static final int LIMIT = 100;

    static NeighbourList of(List<NeighbourRow> rows, Completeness completeness) {
        return new NeighbourList(rows, completeness.isExact(), words(completeness, rows.isEmpty()));
    }

    /** How many are shown, and whether there may be more, for a heading. */
    public String count() {
        return isExact ? Integer.toString(rows.size()) : rows.size() + " or more";
    }

    private static String words(Completeness completeness, boolean isNone) {
        if (completeness.isExact()) {
            return isNone ? "Exact: there is none." : "Exact: none is missing.";
        }
        List<String> reasons = new ArrayList<>();
        if (completeness.unresolved() > 0) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "%,d call %s could not be resolved and may belong here",
                    completeness.unresolved(),
                    completeness.unresolved() == 1 ? "site" : "sites"));
        }
        if (completeness.isStale()) {
            reasons.add("files changed since the graph was made");
        }
        if (completeness.unreadFiles() > 0) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "%,d %s could not be read",
                    completeness.unreadFiles(),
                    completeness.unreadFiles() == 1 ? "file" : "files"));
        }
        if (completeness.isCut()) {
            reasons.add("only the first " + LIMIT + " are shown");
        }
        return "Lower bound: " + String.join("; ", reasons) + ".";
    }
}
