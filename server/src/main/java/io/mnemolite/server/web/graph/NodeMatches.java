package io.mnemolite.server.web.graph;

import io.mnemolite.core.graph.GraphNode;
import io.mnemolite.server.web.text.ShownText;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * Nodes in which a text stands, to choose one.
 *
 * @param text that was searched for, empty for none
 */
@CheckedTemplate(basePath = "graph", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record NodeMatches(String text, List<Match> matches) implements TemplateInstance {

    /** @param mark see {@link TypeMarks} */
    public record Match(String id, ShownText label, ShownText type, int mark) {

        static Match of(GraphNode node, TypeMarks marks) {
            return new Match(
                    node.id().toString(),
                    NodeName.of(node, 120),
                    NodeName.word(node.type(), 40),
                    marks.of(node.type()));
        }
    }
}
