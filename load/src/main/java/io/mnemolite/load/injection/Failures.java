package io.mnemolite.load.injection;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The kinds of failures, how often each came, and what the server said the first time. */
public final class Failures {

    private static final int LONGEST = 300;

    private record Seen(int count, String body) {}

    private final Map<String, Seen> failures = new TreeMap<>();

    /**
     * @param status 0 when there was no answer
     * @param body what the server said
     */
    synchronized void add(String kind, int status, String body) {
        String name = kind + ": " + (status == 0 ? "no answer" : "status " + status);
        String shown = body.length() > LONGEST ? body.substring(0, LONGEST) + "…" : body;
        failures.merge(name, new Seen(1, shown), (first, next) -> new Seen(first.count() + 1, first.body()));
    }

    /** A line for each kind. */
    public synchronized List<String> lines() {
        return failures.entrySet().stream()
                .map(entry -> entry.getValue().count() + " × " + entry.getKey()
                        + (entry.getValue().body().isEmpty()
                                ? ""
                                : ", the first: " + entry.getValue().body()))
                .toList();
    }
}
