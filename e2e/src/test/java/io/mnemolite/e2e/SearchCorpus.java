package io.mnemolite.e2e;

import java.util.List;
import java.util.StringJoiner;

/** Six events for searches: five at 0.1 to 0.5 from the origin, a day apart, and a newest one without a vector. */
final class SearchCorpus {

    private static final List<String> NAMES = List.of("one", "two", "three", "four", "five", "six");

    private SearchCorpus() {}

    static void store(Http http) {
        StringJoiner events = new StringJoiner(",", "{\"events\":[", "]}");
        for (int n = 1; n <= 6; n++) {
            String name = NAMES.get(n - 1);
            events.add("{\"content\":{\"name\":\"" + name + "\",\"note\":\"marmalade " + name
                    + "\"},\"metadata\":{\"parity\":\""
                    + (n % 2 == 0 ? "even" : "odd") + "\",\"deep\":{\"n\":" + n + "}},\"timestamp\":\"2024-05-0" + n
                    + "T12:00:00Z\""
                    + (n == 6 ? "" : ",\"embedding\":" + Vectors.startingWith(n / 10.0)) + "}");
        }
        if (http.post("/v1/events/batch", events.toString()).status() != 201) {
            throw new AssertionError("The corpus was refused");
        }
    }
}
