package io.mnemolite.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.mnemolite.cli.api.Json;
import io.mnemolite.cli.failure.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Metadata given as {@code key=value}. */
final class MetadataOptions {

    @Option(
            names = "--meta",
            paramLabel = "KEY=VALUE",
            description = "Metadata, may be repeated. The value is text, also when it looks like a number.")
    private List<String> pairs = new ArrayList<>();

    @Option(
            names = "--meta-json",
            description = "Read the values true, false, null, numbers and \"quoted text\" of --meta as JSON.")
    private boolean typed;

    ObjectNode metadata() {
        ObjectNode metadata = Json.object();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw CommandFailure.usage("'" + pair + "' is not of the form KEY=VALUE; write --meta project=atlas.");
            }
            String key = pair.substring(0, equals);
            if (metadata.has(key)) {
                throw CommandFailure.usage("--meta names the key '" + key + "' twice; give each key once.");
            }
            metadata.set(key, value(pair.substring(equals + 1)));
        }
        return metadata;
    }

    private JsonNode value(String text) {
        if (typed) {
            try {
                JsonNode parsed = Json.parse(text);
                if (parsed.isValueNode() && !parsed.isMissingNode()) {
                    return parsed;
                }
            } catch (JsonProcessingException e) {
                // Not JSON, so it is text.
            }
        }
        return TextNode.valueOf(text);
    }
}
