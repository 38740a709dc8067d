package io.mnemolite.cache;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every state that a model can reach by any interleaving of its actors, breadth first, so that the first violation found is
 * one of the shortest.
 *
 * @param violation the steps that lead to a violation, empty when there is none
 */
record Exploration(int states, List<String> violation) {

    /** A state, compared by value, and how it was reached. */
    private static final class Node {
        private final byte[] cells;
        private final int hash;
        private final @Nullable Node from;
        private final int actor;

        Node(byte[] cells, @Nullable Node from, int actor) {
            this.cells = cells;
            this.hash = Arrays.hashCode(cells);
            this.from = from;
            this.actor = actor;
        }

        List<String> path(CoherenceModel model) {
            List<String> steps = new ArrayList<>();
            Node node = this;
            while (node.from != null) {
                steps.addFirst(model.describe(node.from.cells, node.actor));
                node = node.from;
            }
            return steps;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Node node && Arrays.equals(cells, node.cells);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    static Exploration of(ModelScenario scenario) {
        CoherenceModel model = new CoherenceModel(scenario);
        Node initial = new Node(model.initial(), null, 0);
        Set<Node> seen = new HashSet<>(Set.of(initial));
        List<Node> frontier = List.of(initial);
        while (!frontier.isEmpty()) {
            List<Node> next = new ArrayList<>();
            for (Node node : frontier) {
                for (int actor = 0; actor < model.actors(); actor++) {
                    byte[] state = model.step(node.cells, actor);
                    if (state == null) {
                        continue;
                    }
                    Node reached = new Node(state, node, actor);
                    if (model.isViolated(state)) {
                        return new Exploration(seen.size(), reached.path(model));
                    }
                    if (seen.add(reached)) {
                        next.add(reached);
                    }
                }
            }
            frontier = next;
        }
        return new Exploration(seen.size(), List.of());
    }
}
