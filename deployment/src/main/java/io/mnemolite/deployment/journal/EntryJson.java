package io.mnemolite.deployment.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.deployment.plan.Deployment;
import io.mnemolite.deployment.plan.Entry;
import io.mnemolite.deployment.plan.Entry.State;
import io.mnemolite.deployment.plan.Mode;
import io.mnemolite.deployment.plan.Serving;
import io.mnemolite.deployment.plan.Slot;
import io.mnemolite.deployment.plan.Step;
import java.time.Instant;
import java.util.Locale;

/** An entry as one line of JSON, and back. */
final class EntryJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private EntryJson() {}

    static String write(Entry entry) {
        Deployment deployment = entry.deployment();
        ObjectNode line = MAPPER.createObjectNode()
                .put("at", entry.at().toString())
                .put("deployment", deployment.id())
                .put("mode", deployment.mode().lowerName())
                .put("release", deployment.release())
                .put("slot", deployment.slot().lowerName());
        deployment
                .servedBefore()
                .ifPresent(before -> line.putObject("before")
                        .put("release", before.release())
                        .put("slot", before.slot().lowerName()));
        line.put("step", entry.step().lowerName())
                .put("state", entry.state().name().toLowerCase(Locale.ROOT));
        if (!entry.detail().isEmpty()) {
            line.put("detail", entry.detail());
        }
        return line.toString();
    }

    /** @throws IllegalArgumentException when the line is none of ours */
    static Entry read(String line) {
        try {
            JsonNode node = MAPPER.readTree(line);
            JsonNode before = node.get("before");
            Deployment deployment = new Deployment(
                    node.required("deployment").asText(),
                    Mode.named(node.required("mode").asText()),
                    node.required("release").asText(),
                    Slot.named(node.required("slot").asText()),
                    before == null
                            ? null
                            : new Serving(
                                    before.required("release").asText(),
                                    Slot.named(before.required("slot").asText())));
            return new Entry(
                    Instant.parse(node.required("at").asText()),
                    deployment,
                    Step.named(node.required("step").asText()),
                    State.valueOf(node.required("state").asText().toUpperCase(Locale.ROOT)),
                    node.path("detail").asText(""));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }
}
