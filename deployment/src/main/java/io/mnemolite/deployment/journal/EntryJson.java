package io.mnemolite.deployment.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mnemolite.deployment.plan.Deployment;
import io.mnemolite.deployment.plan.Entry;
import io.mnemolite.deployment.plan.Entry.State;
import io.mnemolite.deployment.plan.Mode;
import io.mnemolite.deployment.plan.Note;
import io.mnemolite.deployment.plan.Serving;
import io.mnemolite.deployment.plan.Slot;
import io.mnemolite.deployment.plan.Step;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** An entry as one line of JSON, and back; a note as one line. */
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

    static String write(Note note) {
        ObjectNode line = MAPPER.createObjectNode()
                .put("at", note.at().toString())
                .put("deployment", note.id())
                .put("mode", note.kind().lowerName())
                .put("release", note.release())
                .put("state", note.state().name().toLowerCase(Locale.ROOT));
        if (!note.detail().isEmpty()) {
            line.put("detail", note.detail());
        }
        return line.toString();
    }

    /**
     * Empty for a line of a mode that nothing is deployed by.
     *
     * @throws IllegalArgumentException when the line is none of ours
     */
    static Optional<Entry> read(String line) {
        try {
            JsonNode node = MAPPER.readTree(line);
            Optional<Mode> mode = Mode.find(node.required("mode").asText());
            return mode.map(known -> entry(node, known));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private static Entry entry(JsonNode node, Mode mode) {
        JsonNode before = node.get("before");
        Deployment deployment = new Deployment(
                node.required("deployment").asText(),
                mode,
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
    }
}
