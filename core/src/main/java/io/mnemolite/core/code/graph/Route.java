package io.mnemolite.core.code.graph;

import io.mnemolite.core.code.facts.SymbolId;
import java.util.List;

/**
 * How one symbol reaches another.
 *
 * @param nodes from the source to the target, both included; empty when none was found
 */
public record Route(List<SymbolId> nodes, Completeness completeness) {

    public Route {
        nodes = List.copyOf(nodes);
    }
}
