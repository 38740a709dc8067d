package io.mnemolite.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.cli.terminal.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        long unread = answer.path("unread_files").asLong();
        if (unread > 0) {
            reasons.add(Quantity.counted(unread, "file") + " could not be read");
        }
        if (answer.path("truncated").asBoolean()) {
            reasons.add("cut at the limit");
        }
        return "lower bound" + (reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")");
    }

    /** Why an answer that is cut in any case may miss something beside; nothing when it does not. */
    static Optional<String> behind(JsonNode answer) {
        if (!answer.path("stale").asBoolean() && answer.path("unread_files").asLong() == 0) {
            return Optional.empty();
        }
        ObjectNode uncut = answer.deepCopy();
        uncut.put("truncated", false);
        return Optional.of(of(uncut, ""));
    }
}
