package io.mnemolite.server.ops.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.mnemolite.server.ops.profile.StackTree.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackTreeTest {

    private final StackTree tree = new StackTree();

    @Test
    void stacks_thatBeginAlike_shareTheirNodes() {
        tree.add(List.of("threads", "a", "b"));
        tree.add(List.of("threads", "a", "b"));
        tree.add(List.of("threads", "a", "c"));
        tree.add(List.of("threads", "a"));

        assertThat(tree.node("all", 1))
                .isEqualTo(node("all", 4, node("threads", 4, node("a", 4, node("b", 2), node("c", 1)))));
    }

    @Test
    void nodes_withFewSamples_areLeftOut() {
        tree.add(List.of("a"));
        tree.add(List.of("b"));
        tree.add(List.of("b"));

        assertThat(tree.node("all", 2)).isEqualTo(node("all", 3, node("b", 2)));
    }

    private static Node node(String name, long samples, Node... children) {
        return new Node(name, samples, List.of(children));
    }
}
