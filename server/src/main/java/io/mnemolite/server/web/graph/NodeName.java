package io.mnemolite.server.web.graph;

import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.server.web.text.ShownText;
import java.util.regex.Pattern;

/** What nodes are called where one is shown among others. */
final class NodeName {

    private static final int SHORT_ID = 8;
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private NodeName() {}

    /** The label on one line, or the beginning of the id where there is none; with an ellipsis when it is cut. */
    static ShownText of(GraphNode node, int limit) {
        String label = node.label();
        return label == null || label.isBlank()
                ? ShownText.whole(node.id().toString().substring(0, SHORT_ID))
                : word(label, limit);
    }

    /** A stored word on one line; with an ellipsis when it is cut. */
    static ShownText word(String text, int limit) {
        String line = WHITE_SPACE.matcher(text).replaceAll(" ").strip();
        return line.length() <= limit
                ? ShownText.whole(line)
                : ShownText.whole(
                        line.substring(0, Character.isHighSurrogate(line.charAt(limit - 1)) ? limit - 1 : limit) + "…");
    }
}
