package io.mnemolite.server.web.graph;

import io.mnemolite.server.web.text.ShownText;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All about one node.
 *
 * @param mark see {@link TypeMarks}
 * @param moreProperties how many are not among the {@code properties}
 * @param moreEdges whether the node has older edges than those of the {@code groups}
 * @param event that the node stands for or refers to; null when there is none
 */
@CheckedTemplate(basePath = "graph", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record NodePanel(
        String id,
        ShownText label,
        ShownText type,
        int mark,
        Instant at,
        List<Property> properties,
        int moreProperties,
        List<EdgeGroup> groups,
        int edges,
        boolean moreEdges,
        @Nullable EventLink event)
        implements TemplateInstance {

    public record Property(ShownText key, ShownText value) {}

    /** Edges of one relation in one direction. */
    public record EdgeGroup(ShownText relation, boolean outgoing, List<Neighbour> neighbours) {}

    /** The other end of an edge. */
    public record Neighbour(String edge, NodeMatches.Match node) {}

    /**
     * An event that the node names.
     *
     * @param text its beginning; null when there is no event of this id any more
     */
    public record EventLink(String id, @Nullable ShownText text) {}
}
