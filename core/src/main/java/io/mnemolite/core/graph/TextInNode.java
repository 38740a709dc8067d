package io.mnemolite.core.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Where in nodes a text stands, whatever the case of its letters. */
final class TextInNode {

    /** The place of a text that a node does not hold. */
    static final int NOWHERE = 4;

    private final String text;

    TextInNode(String text) {
        this.text = text.toLowerCase(Locale.ROOT);
    }

    /** 0 when it is the id or the label, 1 when it begins one, 2 within the label, 3 within a property. */
    int place(GraphNode node) {
        String id = node.id().toString();
        String label = node.label() == null ? "" : node.label().toLowerCase(Locale.ROOT);
        if (id.equals(text) || label.equals(text)) {
            return 0;
        }
        if (id.startsWith(text) || label.startsWith(text)) {
            return 1;
        }
        if (label.contains(text)) {
            return 2;
        }
        return isIn(node.properties()) ? 3 : NOWHERE;
    }

    private boolean isIn(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue().toLowerCase(Locale.ROOT).contains(text);
        }
        for (JsonNode child : value) {
            if (isIn(child)) {
                return true;
            }
        }
        return false;
    }
}
