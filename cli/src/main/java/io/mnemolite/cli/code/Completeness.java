package io.mnemolite.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.mnemolite.cli.terminal.Quantity;
import java.util.ArrayList;
import java.util.List;

/** What an answer about the graph says of itself. */
final class Completeness {

    private Completeness() {}

    /**
     * {@code exact}, or {@code lower bound} with the reasons.
     *
     * @param which which unresolved call sites are meant: {@code named so}
     */
    static String of(JsonNode answer, String which) {
        if (answer.path("completeness").asText().equals("exact")) {
            return "exact";
        }
        List<String> reasons = new ArrayList<>();
        long unresolved = answer.path("unresolved_sites").asLong();
        if (unresolved > 0) {
            reasons.add(Quantity.counted(unresolved, "unresolved call site") + " " + which);
        }
        if (answer.path("stale").asBoolean()) {
            reasons.add("files changed since the graph was built");
        }
        if (answer.path("truncated").asBoolean()) {
            reasons.add("cut at the limit");
        }
        return "lower bound" + (reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")");
    }
}
